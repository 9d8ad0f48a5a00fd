"""The entry points: an answer becomes a record, a page, a confirmation, or the error it means."""

from __future__ import annotations

import logging
from typing import Any, TypeVar

import attrs

from ..errors import Rejected, UnexpectedResponse
from .envelope import Paging, find_rows, open_json
from .exchange import Response
from .failure import evidence, message_of
from .numbers import Untypable, to_int
from .page import Page
from .record import Issue, Record, attach, field_names
from .settings import DecodeSettings
from .source import Payload, Rows, Text
from .tolerant import read_record
from .wrapper import unwrap

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
    ``settings.strict``, where a value cannot be typed).
    """
    value = open_json(response)
    path = _payload_path(value)
    found = unwrap(_at(value, path), response.operation.model_key, field_names(model))
    if isinstance(found, list) and len(found) == 1:
        found = unwrap(found[0], response.operation.model_key, field_names(model))
    if not isinstance(found, dict) or not found:
        raise UnexpectedResponse(f"the answer holds no {model.__name__}", **evidence(response))
    record = read_record(model, found, date_format=settings.date_format)
    if settings.keep_raw:
        attach(record, Payload(response.body, path, response.operation.model_key, field_names(model)), None)
    _report(response, model, record.issues, settings)
    return record


def decode_page(response: Response, model: type[R], settings: DecodeSettings) -> Page[R]:
    """One page of records. Raises as ``decode_record``; a row that is no object is left out and is an issue."""
    value = open_json(response)
    rows = find_rows(value)
    if rows is None:
        raise UnexpectedResponse(f"the answer holds no list of {model.__name__}", **evidence(response))
    names, key = field_names(model), response.operation.model_key
    view = Rows(response.body, rows.path, key, names) if settings.keep_raw else None
    items: list[R] = []
    issues: list[Issue] = []
    for index, row in enumerate(rows.rows):
        found = unwrap(row, key, names)
        if not isinstance(found, dict):
            issues.append(Issue(path=(index,), field=model.__name__, value=row, expected="an object"))
            continue
        record = read_record(model, found, date_format=settings.date_format)
        if view is not None:
            attach(record, view, index)
        issues.extend(issue.inside(index) for issue in record.issues)
        items.append(record)
    _report(response, model, issues, settings)
    return Page(
        items=items,
        **attrs.asdict(rows.paging if rows.paging is not None else Paging()),
        issues=tuple(issues),
        view=Text(response.body) if settings.keep_raw else None,
    )


def decode_created(response: Response, settings: DecodeSettings) -> Created:
    """The confirmation of a create. Raises ``Rejected`` where the answer says success and names no id."""
    value = open_json(response)
    said = _confirmation(value, response)
    found = _id(said)
    if found is None:
        raise Rejected(
            message_of(value) or "the server reported success, and no id: nothing was created", **evidence(response)
        )
    return Created(
        id=found, number=_number(said), message=message_of(value) or None, raw=value if settings.keep_raw else None
    )


def decode_done(response: Response, settings: DecodeSettings) -> Done:
    """The confirmation of an update, a delete or another action; an empty body or ``{}`` is one."""
    value = open_json(response)
    return Done(
        message=message_of(value) or None,
        id=_id(_confirmation(value, response)),
        raw=value if settings.keep_raw else None,
    )


def decode_json(response: Response, settings: DecodeSettings) -> Any:
    """Whatever the answer holds, parsed, fractions as exact ``Decimal``; ``None`` for an empty body."""
    return open_json(response)


def _payload_path(value: Any) -> tuple[str, ...]:
    if isinstance(value, dict):
        if isinstance(value.get("payload"), dict) and "version" in value:
            return ("payload", "data") if isinstance(value["payload"].get("data"), (dict, list)) else ("payload",)
        if isinstance(value.get("data"), (dict, list)) and ("id" not in value or "result" in value):
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
    inner = unwrap(_at(value, _payload_path(value)), response.operation.model_key, frozenset())
    return inner if isinstance(inner, dict) else {}


def _id(said: dict[str, Any]) -> int | None:
    try:
        return to_int(said.get("id"))
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
        raise UnexpectedResponse(
            f"{len(issues)} values of {model.__name__} could not be typed: {listed}", **evidence(response)
        )
    for field, expected, got in sorted({(i.field, i.expected, type(i.value).__name__) for i in issues}):
        _log.warning("%s.%s: expected %s, got %s", model.__name__, field, expected, got)
