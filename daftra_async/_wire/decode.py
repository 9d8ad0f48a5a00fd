"""The entry points: an answer becomes a record, a page, a confirmation, or the error it means."""

from __future__ import annotations

import logging
from typing import Any, TypeVar

import attrs

from ..errors import UnexpectedResponse
from .envelope import is_bare_envelope, open_json, payload_path, value_at
from .error_parsing import evidence, parse_error
from .messages import Response
from .naming import renamed
from .page import Page
from .record import Record, attach
from .repair import Repairer
from .rows import names_on_wire, read_rows, renames
from .settings import DecodeSettings
from .source import Payload, Rows, Text
from .text import SpellingNeeded
from .wrapper import carries_nothing, unwrap

R = TypeVar("R", bound=Record)

_log = logging.getLogger("daftra_async.wire")


def decode_record(response: Response, model: type[R], settings: DecodeSettings) -> R:
    """The one record in an answer.

    Raises the ``ResponseError`` that the answer means, ``UnexpectedResponse`` where it holds no record (and, with
    ``settings.strict``, where a value cannot be typed), ``DateFormatNeeded`` where it shows a date in the account's
    display form and ``settings`` has none.
    """
    try:
        record, path = _one(response, open_json(response), model, settings)
    except SpellingNeeded:
        record, path = _one(response, open_json(response, spellings=True), model, settings, spelled=True)
    if settings.keep_raw:
        names, v2 = names_on_wire(response, model), renames(response, model)
        attach([record], Payload(response.body, path, response.operation.model_key, names, v2), [None])
    _report(response, model, record.issues, settings)
    return record


def _one(
    response: Response, value: Any, model: type[R], settings: DecodeSettings, *, spelled: bool = False
) -> tuple[R, tuple[str, ...]]:
    path, names = payload_path(value, response), names_on_wire(response, model)
    found = unwrap(value_at(value, path), response.operation.model_key, names)
    if not isinstance(found, dict) or carries_nothing(found) or names.isdisjoint(found) or is_bare_envelope(found):
        raise UnexpectedResponse(f"the answer holds no {model.__name__}", **evidence(response))
    if renames(response, model):
        found = renamed(found, model)
    return Repairer(model, settings.date_format).read(found, spelled=spelled), path


def decode_page(response: Response, model: type[R], settings: DecodeSettings) -> Page[R]:
    """One page of records. Raises as ``decode_record``; a row that is no object is left out and is an issue."""
    if not 200 <= response.status < 300:
        raise parse_error(response)
    rows = read_rows(response, model, settings)
    if rows is None:
        raise UnexpectedResponse(f"the answer holds no list of {model.__name__}", **evidence(response))
    _report(response, model, rows.issues, settings)
    if settings.keep_raw:
        names, v2 = names_on_wire(response, model), renames(response, model)
        view = Rows(response.body, rows.path, response.operation.model_key, names, v2)
        attach(rows.records, view, rows.places, inside=rows.inside)
    return Page(
        items=rows.records,
        **attrs.asdict(rows.paging),
        issues=rows.issues,
        view=Text(response.body) if settings.keep_raw else None,
    )


def decode_json(response: Response, settings: DecodeSettings) -> Any:
    """Whatever the answer holds, parsed, fractions as exact ``Decimal``; ``None`` for an empty body."""
    return open_json(response)


def _report(response: Response, model: type[Record], issues: Any, settings: DecodeSettings) -> None:
    """One log line per field and kind, without values; in strict mode an error instead."""
    if not issues:
        return
    if settings.strict:
        listed = "; ".join(map(str, issues[:20]))
        facts = evidence(response)
        if response.operation.kind not in ("get", "list"):
            facts["outcome"] = "applied"
        raise UnexpectedResponse(f"{len(issues)} values of {model.__name__} could not be typed: {listed}", **facts)
    for field, expected, got in sorted({(i.field, i.expected, i.got) for i in issues}):
        _log.warning("%s.%s: expected %s, got %s", model.__name__, field, expected, got)
