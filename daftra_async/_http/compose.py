"""How a request becomes a URL and headers, and why it cannot become another host, path or header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote_plus, unquote

from .._version import __version__
from .._wire.encode import encode_query
from .._wire.messages import Request
from ..errors import ConfigurationError
from ..options import CallOptions
from .body import ACCEPT_ENCODING

_PLAIN_PATH = re.compile(r"(/[A-Za-z0-9_-][A-Za-z0-9._~-]*)+")
_PATH = re.compile(r"(/([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)+")
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]*")

OWN_HEADERS = (
    ("accept", "application/json"),
    ("accept-encoding", ACCEPT_ENCODING),
    ("user-agent", f"daftra-async/{__version__}"),
)

CREDENTIAL_HEADERS = frozenset({"apikey", "authorization", "proxy-authorization", "cookie"})
FRAMING_HEADERS = frozenset(
    {"host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect", "keep-alive"}
)


def compose_url(base_url: str, request: Request, options: CallOptions) -> str:
    """The whole URL; raises ``ConfigurationError`` for a path or branch that could reach another place."""
    pairs = list(request.query)
    if extra := options.get("query"):
        pairs += encode_query(extra)
    if (branch := options.get("branch_id")) is not None and not any(key == "request_branch_id" for key, _ in pairs):
        pairs.append(("request_branch_id", checked_branch(branch)))
    url = base_url + _checked_path(request.path)
    if not pairs:
        return url
    try:
        return url + "?" + "&".join(f"{quote_plus(key)}={quote_plus(value)}" for key, value in pairs)
    except UnicodeEncodeError:
        raise ConfigurationError("a query argument holds half a character (a lone surrogate)") from None


def compose_headers(request: Request, options: CallOptions) -> list[tuple[str, str]]:
    """Every header but the credential and those that frame the message; a later one of the same name wins.

    Raises ``ConfigurationError`` for a header that would be a second credential or a second message.
    """
    headers = dict(OWN_HEADERS)
    if request.body is not None:
        _add(headers, (("content-type", request.content_type),))
    _add(headers, request.headers)
    if extra := options.get("headers"):
        _add(headers, extra.items() if isinstance(extra, Mapping) else extra)
    return list(headers.items())


def checked_method(method: str) -> str:
    if method not in _METHODS:
        raise ConfigurationError(f"{method!r} is no method the API has: {', '.join(sorted(_METHODS))}")
    return method


def _add(headers: dict[str, str], more: Iterable[tuple[str, str]]) -> None:
    for name, value in more:
        if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
            raise ConfigurationError(f"{name!r} is no header name")
        lower = name.lower()
        if lower in CREDENTIAL_HEADERS:
            raise ConfigurationError(
                f"the header {name!r} carries a credential: pass it as auth=, each request has exactly one"
            )
        if lower in FRAMING_HEADERS:
            raise ConfigurationError(f"the header {name!r} belongs to the connection and cannot be set")
        if not isinstance(value, str) or not _HEADER_VALUE.fullmatch(value):
            raise ConfigurationError(f"the value of the header {name!r} is no text of plain ASCII characters")
        headers[lower] = value


def _checked_path(path: str) -> str:
    if _PLAIN_PATH.fullmatch(path):
        return path
    if not _PATH.fullmatch(path) or path.startswith("//"):
        raise ConfigurationError(
            f"{path!r} is no path: it begins with one slash, holds no query or fragment (pass query=), and everything "
            "outside plain ASCII is percent-encoded"
        )
    if any(_is_dot_segment(segment) for segment in path.split("/")):
        raise ConfigurationError(f"{path!r} holds a dot segment or an encoded slash, which could lead to another path")
    return path


def _is_dot_segment(segment: str) -> bool:
    bare = unquote(unquote(segment))
    return bare in (".", "..") or any(character in bare for character in "/\\\0\r\n")


def checked_branch(branch: object) -> str:
    if isinstance(branch, bool) or not isinstance(branch, int) or branch < 0:
        raise ConfigurationError(f"branch_id={branch!r}: give the branch's id, a whole number")
    return str(branch)
