"""How a request becomes a target, headers and a head, and why it cannot become another host, path or header."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote_plus, unquote

import msgspec

from .._version import __version__
from .._wire.encode import encode_query
from .._wire.messages import JSON, Request
from ..errors import ConfigurationError
from ..options import CallOptions, Timeout
from .body import ACCEPT_ENCODING
from .engine import HttpRequest
from .redaction import Secret
from .retry import check_retries

_PLAIN_PATH = re.compile(r"(/[A-Za-z0-9_-][A-Za-z0-9._~-]*)+")
_PATH = re.compile(r"(/([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)+")
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]*")

Headers = tuple[tuple[str, str], ...]

OWN_HEADERS: Headers = (
    ("accept", "application/json"),
    ("accept-encoding", ACCEPT_ENCODING),
    ("user-agent", f"daftra-async/{__version__}"),
)

CREDENTIAL_HEADERS = frozenset({"apikey", "authorization", "proxy-authorization", "cookie"})
FRAMING_HEADERS = frozenset(
    {"host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect", "keep-alive"}
)
SITE_HEADER = "site-id"


class ResolvedOptions(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What a call's options come to, checked and worked out once for all calls that share them.

    ``bare`` and ``json`` are the headers of requests without a body and with a JSON one, where they have none of their
    own.
    """

    timeout: Timeout
    retries: int
    branch_id: int | None
    site_id: int | None
    query: tuple[tuple[str, str], ...]
    headers: Headers
    bare: Headers
    json: Headers

    def __repr__(self) -> str:
        return "ResolvedOptions()"

    @classmethod
    def of(cls, options: CallOptions, *, retries: int) -> ResolvedOptions:
        """``retries`` where the options say nothing else. Raises ``ConfigurationError`` for what cannot be sent."""
        retries = options.get("retries", retries)
        check_retries(retries)
        headers: dict[str, str] = {}
        _add(headers, options.get("headers", {}).items())
        if (site := options.get("site_id")) is not None:
            headers[SITE_HEADER] = checked_id("site_id", site)
        if (branch := options.get("branch_id")) is not None:
            checked_id("branch_id", branch)
        extra = options.get("query")
        return cls(
            timeout=Timeout.of(options.get("timeout")),
            retries=retries,
            branch_id=branch,
            site_id=site,
            query=encode_query(extra) if extra else (),
            headers=tuple(headers.items()),
            bare=tuple((dict(OWN_HEADERS) | headers).items()),
            json=tuple((dict(OWN_HEADERS) | {"content-type": JSON} | headers).items()),
        )


def compose_target(request: Request, options: ResolvedOptions) -> str:
    """The path and query; raises ``ConfigurationError`` for a path that could reach another place."""
    path = _checked_path(request.path)
    pairs = request.query + options.query
    if options.branch_id is not None and not any(key == "request_branch_id" for key, _ in pairs):
        pairs += (("request_branch_id", str(options.branch_id)),)
    if not pairs:
        return path
    try:
        return path + "?" + "&".join(f"{quote_plus(key)}={quote_plus(value)}" for key, value in pairs)
    except UnicodeEncodeError:
        raise ConfigurationError("a query argument holds half a character (a lone surrogate)") from None


def compose_headers(request: Request, options: ResolvedOptions) -> Headers:
    """Every header but the credential and those that frame the message; a later one of the same name wins.

    Raises ``ConfigurationError`` for a header that would be a second credential or a second message.
    """
    if not request.headers:
        if request.body is None:
            return options.bare
        if request.content_type == JSON:
            return options.json
    headers = dict(OWN_HEADERS)
    if request.body is not None:
        _add(headers, (("content-type", request.content_type),))
    _add(headers, request.headers)
    return tuple((headers | dict(options.headers)).items())


_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


def message_head(request: HttpRequest, *, host: str, prefix: str, proxy_authorization: Secret | None) -> bytes:
    """What is written before the body: the request line, with ``prefix`` before the target, and every header."""
    lines = [f"{request.method} {prefix}{request.target} HTTP/1.1\r\nhost: {host}\r\n"]
    lines += [f"{name}: {value}\r\n" for name, value in request.headers]
    if request.body is not None or request.method in _WITH_BODY:
        lines.append(f"content-length: {len(request.body or b'')}\r\n")
    if proxy_authorization is not None:
        lines.append(f"proxy-authorization: {proxy_authorization.reveal()}\r\n")
    lines.append("\r\n")
    return "".join(lines).encode("ascii")


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
        if lower == SITE_HEADER:
            raise ConfigurationError(
                f"the header {name!r} says whose account is called: pass it as site_id=, so that limits, tokens and "
                "ledgers know it too"
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


def checked_id(name: str, value: object) -> str:
    """The id of a branch or site as text; raises ``ConfigurationError`` for what is none."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ConfigurationError(f"{name}={value!r}: give its id, a whole number")
    return str(value)
