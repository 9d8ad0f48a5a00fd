"""The entry points: an answer becomes a record, a page, a confirmation, or the error it means."""

from __future__ import annotations

import logging
from typing import Any, TypeVar

import attrs

from ..errors import Rejected, UnexpectedResponse
from .envelope import is_bare_envelope, open_json
from .error_parsing import evidence, message_of, parse_error
from .fast import attach_all
from .messages import Response
from .naming import in_model_names, sent_names
from .numbers import Untypable, to_int
from .page import Page
from .record import Record, attach, field_names
from .repair import Repairer
from .rows import read_rows
from .settings import DecodeSettings
from .source import Payload, Rows, Text
from .text import SpellingNeeded
from .wrapper import carries_nothing, unwrap

R = TypeVar("R", bound=Record)

_log = logging.getLogger("daftra_async.wire")


@attrs.frozen(kw_only=True)
class Created:
    """The server created a record: its id, and its number (an invoice's ``no``) where the answer tells it."""

    id: int
    number: str | None = None
    message: str | None = None
    raw: Any = attrs.field(default=None, repr=False, eq=False)


@attrs.frozen(kw_only=True)
class Done:
    """The server updated or deleted a record, or did what was asked; ``id`` where the answer tells it."""

    message: str | None = None
    id: int | None = None
    raw: Any = attrs.field(default=None, repr=False, eq=False)


def decode_record(response: Response, model: type[R], settings: DecodeSettings) -> R:
    """The one record in an answer.

    Raises the ``ResponseError`` that the answer means, ``UnexpectedResponse`` where it holds no record (and, with
    ``settings.strict``, where a value cannot be typed), ``DateFormatNeeded`` where it shows a date in the account's
    display form and ``settings`` has none.
    """
    named = in_model_names(response, model)
    try:
        record, path = _one(response, open_json(named), model, settings)
    except SpellingNeeded:
        record, path = _one(response, open_json(named, spellings=True), model, settings, spelled=True)
    if settings.keep_raw:
        names = field_names(model) if named is response else sent_names(model)
        attach(record, Payload(response.body, path, response.operation.model_key, names), None)
    _report(response, model, record.issues, settings)
    return record


def _one(
    response: Response, value: Any, model: type[R], settings: DecodeSettings, *, spelled: bool = False
) -> tuple[R, tuple[str, ...]]:
    path, names = _payload_path(value, response), field_names(model)
    found = unwrap(_at(value, path), response.operation.model_key, names)
    if not isinstance(found, dict) or carries_nothing(found) or names.isdisjoint(found) or is_bare_envelope(found):
        raise UnexpectedResponse(f"the answer holds no {model.__name__}", **evidence(response))
    return Repairer(model, settings.date_format).read(found, spelled=spelled), path


def decode_page(response: Response, model: type[R], settings: DecodeSettings) -> Page[R]:
    """One page of records. Raises as ``decode_record``; a row that is no object is left out and is an issue."""
    if not 200 <= response.status < 300:
        raise parse_error(response)
    named = in_model_names(response, model)
    rows = read_rows(named, model, settings.date_format)
    if rows is None:
        raise UnexpectedResponse(f"the answer holds no list of {model.__name__}", **evidence(response))
    _report(response, model, rows.issues, settings)
    if settings.keep_raw:
        names = field_names(model) if named is response else sent_names(model)
        view = Rows(response.body, rows.path, response.operation.model_key, names)
        if named is response:
            attach_all(model, rows.records, view, rows.places)
        else:
            for record, place in zip(rows.records, rows.places, strict=True):
                attach(record, view, place)
    return Page(
        items=rows.records,
        **attrs.asdict(rows.paging),
        issues=rows.issues,
        view=Text(response.body) if settings.keep_raw else None,
    )


def decode_created(response: Response, settings: DecodeSettings) -> Created:
    """The confirmation of a create.

    Raises ``Rejected`` where the answer says success and leaves the id empty: nothing was created. Raises
    ``UnexpectedResponse`` where it speaks of no id at all: something may have been created.
    """
    value = open_json(response)
    said = _confirmation(value, response)
    found = _id(said)
    if found:
        return Created(
            id=found, number=_number(said), message=message_of(value) or None, raw=value if settings.keep_raw else None
        )
    if value is False or ("id" in said and (found == 0 or not said["id"])):
        raise Rejected(
            message_of(value) or "the server reported success, and no id: nothing was created", **evidence(response)
        )
    raise UnexpectedResponse(
        "the server reported success and names no id: the record may have been created, look before you send it again",
        **evidence(response),
    )


def decode_done(response: Response, settings: DecodeSettings) -> Done:
    """The confirmation of an update, a delete or another action; an empty body or ``{}`` is one, ``false`` is none."""
    value = open_json(response)
    if value is False:
        raise Rejected("the server answered with a success status and false", **evidence(response))
    return Done(
        message=message_of(value) or None,
        id=_id(_confirmation(value, response)),
        raw=value if settings.keep_raw else None,
    )


def decode_json(response: Response, settings: DecodeSettings) -> Any:
    """Whatever the answer holds, parsed, fractions as exact ``Decimal``; ``None`` for an empty body."""
    return open_json(response)


def _payload_path(value: Any, response: Response) -> tuple[str, ...]:
    if isinstance(value, dict):
        if isinstance(value.get("payload"), dict) and "version" in value:
            return ("payload", "data") if isinstance(value["payload"].get("data"), (dict, list)) else ("payload",)
        if isinstance(value.get("data"), (dict, list)) and ("id" not in value or response.operation.base == "/api2"):
            return ("data",)
    return ()


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def _confirmation(value: Any, response: Response) -> dict[str, Any]:
    """The object that names the created or changed record: the answer itself or the record in it."""
    if not isinstance(value, dict):
        return {}
    if value.get("id") is not None or "id" in value:
        return value
    inner = unwrap(_at(value, _payload_path(value, response)), response.operation.model_key, frozenset())
    return inner if isinstance(inner, dict) else {}


def _id(said: dict[str, Any]) -> int | None:
    value = said.get("id")
    try:
        return None if isinstance(value, bool) else to_int(value)
    except Untypable:
        return None


def _number(said: dict[str, Any]) -> str | None:
    for name in ("invoice_number", "number", "no", "code_number"):
        value = said.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
            return str(value)
    return None


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
