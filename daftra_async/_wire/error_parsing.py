"""What an answer that says no means: the error for its status and shape, with the server's reasons by field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import (
    AuthenticationError,
    NotFound,
    PermissionDenied,
    RateLimited,
    ResponseError,
    ServerError,
    UnexpectedResponse,
    ValidationError,
)
from .messages import Response
from .numbers import as_id
from .retry_after import retry_after
from .text import NotJson, parse

MOST_BODY = 2000
"""How many characters of a body an error keeps."""

_BY_STATUS: Mapping[int, type[ResponseError]] = {
    400: ValidationError,
    401: AuthenticationError,
    403: PermissionDenied,
    404: NotFound,
    409: ValidationError,
    410: NotFound,
    422: ValidationError,
    429: RateLimited,
}


def parse_error(response: Response) -> ResponseError:
    """The error that a non-2xx answer means.

    Decided by status and shape, never by wording, which is localised. v2 answers 400 with a lone ``message`` where a
    record does not exist; with reasons by field the same status is a refusal of the data.
    """
    value = _json(response)
    kind = _kind(response, value)
    code = as_id(value.get("code")) if isinstance(value, dict) else None
    error = kind(
        message_of(value) or f"HTTP {response.status} with {printable(response)} for a body",
        **evidence(response),
        code=code,
        validation_errors=flatten_reasons(value),
    )
    if isinstance(error, RateLimited):
        error.retry_after = retry_after(response.headers)
    return error


def _kind(response: Response, value: Any) -> type[ResponseError]:
    if response.status >= 500:
        return ServerError
    if response.status == 400 and not isinstance(value, dict):
        return UnexpectedResponse
    if response.status == 400 and _means_not_found(response, value):
        return NotFound
    if response.status < 400:
        return UnexpectedResponse
    return _BY_STATUS.get(response.status, ResponseError)


def _means_not_found(response: Response, value: dict[str, Any]) -> bool:
    operation = response.operation
    said = {key for key, item in value.items() if item not in (None, "", [], {}, False)}
    return operation.base != "/api2" and "{" in operation.path and operation.kind != "create" and said == {"message"}


def message_of(value: Any) -> str:
    """The server's words, from whichever key it used; empty where there are none."""
    if not isinstance(value, dict):
        return ""
    for key in ("message", "messsage", "error_description", "error", "errors"):
        found = value.get(key)
        if isinstance(found, dict):
            found = found.get("message")
        if isinstance(found, str) and found.strip():
            return _shortened(masked(found.strip()), 500)
    return ""


def flatten_reasons(value: Any) -> dict[str, list[str]]:
    """``validation_errors`` or ``errors`` as ``{"Invoice.client_id": ["…"]}``, whether flat or nested, one or many."""
    if not isinstance(value, dict):
        return {}
    found: dict[str, list[str]] = {}
    for key in ("validation_errors", "errors"):
        reasons = value.get(key)
        if isinstance(reasons, (dict, list)):
            for path, text in _reasons(reasons, ()):
                found.setdefault(path, []).append(text)
    return found


def _reasons(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _reasons(item, (*path, str(key)))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _reasons(item, (*path, str(index)) if isinstance(item, (dict, list)) else path)
    elif value not in (None, "", False):
        yield ".".join(path), _shortened(masked(str(value)), 500)


def evidence(response: Response) -> dict[str, Any]:
    """What every error about an answer carries: status, the start of the body with secrets masked, headers, request,
    and the outcome where it is not what the error itself means."""
    return {
        "status": response.status,
        "body": excerpt(response.body),
        "headers": {name: value for name, value in response.headers.items() if name.lower() not in _PRIVATE_HEADERS},
        "request": response.request,
        "outcome": "unknown" if response.doubtful else None,
    }


_PRIVATE_HEADERS = frozenset(("set-cookie", "set-cookie2", "authorization", "apikey", "cookie", "proxy-authenticate"))


def excerpt(body: bytes) -> str:
    """The start of a body as text, secrets masked: what an error, a log or a ledger may keep of it."""
    return _shortened(masked(body[: MOST_BODY * 4].decode("utf-8", "replace")), MOST_BODY)


_CONFIDENTIAL = r"[\w-]*(?:token|password|passwd|secret|api_?-?key|authorization|cookie|credential)[\w-]*"
_MASKS = (
    (re.compile(rf'("{_CONFIDENTIAL}"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}}\]]+)', re.IGNORECASE), r'\1"***"'),
    (re.compile(rf"(\b{_CONFIDENTIAL}=)[^\s&\"'<>]+", re.IGNORECASE), r"\1***"),
    (re.compile(r"(\bbearer\s+)[\w.~+/=-]+", re.IGNORECASE), r"\1***"),
)


def masked(text: str) -> str:
    """The text with the values of tokens, keys and passwords replaced."""
    for pattern, replacement in _MASKS:
        text = pattern.sub(replacement, text)
    return text


def printable(response: Response) -> str:
    """What kind of body this is, in a few words."""
    body = response.body.lstrip()[:200].lower()
    if not body:
        return "nothing"
    if body.startswith(b"<") or "html" in response.headers.get("content-type", ""):
        return "an HTML page"
    return "JSON" if body[:1] in b'{["' else "text"


def _json(response: Response) -> Any:
    try:
        return parse(response.body)
    except NotJson:
        return None


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
