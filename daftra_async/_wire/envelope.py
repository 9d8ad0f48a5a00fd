"""What stands around the records in an answer of either API version: successes, refusals, lists and their paging."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..errors import Rejected, ResponseError, UnexpectedResponse
from .error_parsing import evidence, flatten_reasons, message_of, parse_error, printable
from .messages import Response
from .numbers import as_id
from .text import NotJson, parse
from .wrapper import as_rows


@attrs.frozen(kw_only=True)
class Paging:
    """What an answer tells about its list; ``None`` where it does not."""

    page: int | None = None
    page_count: int | None = None
    per_page: int | None = None
    total: int | None = None
    has_more: bool | None = None


@attrs.frozen(kw_only=True)
class ListEnvelope:
    """A list answer: the rows, still in their wrappers, the path that leads to them, and the paging."""

    rows: list[Any]
    path: tuple[str, ...]
    paging: Paging


def open_json(response: Response, *, spellings: bool = False) -> Any:
    """The parsed body of an answer that says yes; ``None`` where the body is empty.

    Raises the ``ResponseError`` that the status or the body means; ``UnexpectedResponse`` for a 2xx that is no JSON.
    """
    if not 200 <= response.status < 300:
        raise parse_error(response)
    if not response.body.strip():
        return None
    try:
        value = parse(response.body, spellings=spellings)
    except NotJson as error:
        raise UnexpectedResponse(
            f"the body is {printable(response)}, not JSON ({error})", **evidence(response)
        ) from None
    refusal = refusal_in(value, response)
    if refusal is not None:
        raise refusal
    return value


def refusal_in(value: Any, response: Response) -> ResponseError | None:
    """The ``Rejected`` for a 2xx body that says no, ``None`` for one that does not.

    The server refuses with ``result`` other than successful, with ``success: false``, with ``error`` in the place of a
    record, or with reasons by field. A v2 record may have a field with one of these names, so there it counts only in
    a body that holds nothing but an envelope's keys.
    """
    if not isinstance(value, dict) or not _says_no(value, response.operation.base == "/api2" or value.keys() <= _KEYS):
        return None
    return Rejected(
        message_of(value) or "the server answered with a success status and refused",
        **evidence(response),
        code=as_id(value.get("code")),
        validation_errors=flatten_reasons(value),
    )


def is_bare_envelope(value: Mapping[str, Any]) -> bool:
    """Whether an answer holds nothing but an envelope: no record, though some have a ``code`` or a ``message``."""
    return "id" not in value and ("result" in value or "data" in value) and value.keys() <= _KEYS | {"pagination"}


_KEYS = frozenset(
    (
        "result",
        "code",
        "message",
        "messsage",
        "success",
        "error",
        "errors",
        "error_type",
        "validation_errors",
        "data",
        "id",
    )
)
_YES = frozenset(("successful", "success", "succeeded", "ok", "true", "1", ""))


def _says_no(value: Mapping[str, Any], is_envelope: bool) -> bool:
    if not is_envelope:
        return False
    result = value.get("result")
    if isinstance(result, str) and result.strip().lower() not in _YES:
        return True
    if result is False or value.get("success") is False:
        return True
    return any(value.get(key) not in (None, "", [], {}, False) for key in ("error", "errors", "validation_errors"))


def payload_path(value: Any, response: Response) -> tuple[str, ...]:
    """The keys that lead from an answer to its one record."""
    if isinstance(value, dict):
        if isinstance(value.get("payload"), dict) and "version" in value:
            return ("payload", "data") if isinstance(value["payload"].get("data"), (dict, list)) else ("payload",)
        if isinstance(value.get("data"), (dict, list)) and ("id" not in value or response.operation.base == "/api2"):
            return ("data",)
    return ()


def value_at(value: Any, path: tuple[str, ...]) -> Any:
    """What stands at the end of a path of keys, all of which are there."""
    for key in path:
        value = value[key]
    return value


def find_rows(value: Any) -> ListEnvelope | None:
    """The rows of a list answer in any of its envelopes, ``None`` for a shape that is no list.

    v1: ``{"data": […], "pagination": {…}}``. v2: the Laravel paginator at the root or as ``meta``;
    ``{"payload": {…}}``; a bare array. An object keyed by numbers counts as a list.
    """
    if isinstance(value, list):
        return ListEnvelope(rows=value, path=(), paging=Paging())
    if not isinstance(value, dict):
        return None
    payload = value.get("payload")
    if isinstance(payload, dict) and "data" in payload:
        return _inside(payload, ("payload", "data"))
    if "data" not in value:
        return None
    data = value["data"]
    if isinstance(data, dict) and isinstance(data.get("data"), list):
        return _inside(data, ("data", "data"))
    return _inside(value, ("data",))


def _inside(value: dict[str, Any], path: tuple[str, ...]) -> ListEnvelope | None:
    data = value["data"]
    if data is None or data == "" or isinstance(data, list) or _is_numbered(data):
        return ListEnvelope(rows=as_rows(data), path=path, paging=paging_in(value))
    return None


def _is_numbered(data: Any) -> bool:
    return isinstance(data, dict) and all(key.isdecimal() for key in data)


def paging_in(value: Mapping[str, Any]) -> Paging:
    """The paging figures beside the rows: v1's ``pagination``, v2's root keys or ``meta``."""
    inner = next((value[key] for key in ("pagination", "meta") if isinstance(value.get(key), dict)), None)
    said = value if inner is None else {**value, **inner}
    return Paging(
        page=_count(said, "page", "current_page"),
        page_count=_count(said, "page_count", "last_page"),
        per_page=_count(said, "per_page", "limit"),
        total=_count(said, "total_results", "total"),
        has_more=_has_more(said),
    )


def _count(said: Mapping[str, Any], *names: str) -> int | None:
    for name in names:
        if (count := as_id(said.get(name))) is not None:
            return count
    return None


def _has_more(said: Mapping[str, Any]) -> bool | None:
    if isinstance(said.get("has_more_pages"), bool):
        return bool(said["has_more_pages"])
    page, last = _count(said, "page", "current_page"), _count(said, "page_count", "last_page")
    if page is not None and last is not None:
        return page < last
    for name in ("next", "next_page_url"):
        if name in said:
            return bool(said[name]) and said[name] != "null"
    return None
