"""Files behind links of the account: their bytes, and never the page that asks for a login in their place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qsl, urlsplit

from .._wire.error_parsing import evidence, parse_error, printable
from .._wire.messages import Operation, Request, Response
from .._wire.settings import DecodeSettings
from ..errors import ConfigurationError, UnexpectedResponse
from ..options import CallOptions

if TYPE_CHECKING:
    from .session import Session

FileKind = Literal["pdf", "png", "jpeg", "gif", "xlsx", "any"]

SIGNATURES: Mapping[str, bytes] = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpeg": b"\xff\xd8\xff",
    "gif": b"GIF8",
    "xlsx": b"PK\x03\x04",
}
"""What the bytes of a file of each kind begin with."""

_READ = Operation(resource="files", name="download", method="GET", base="", path="/{link}", kind="get")


async def download(session: Session, link: str, kind: FileKind, options: CallOptions) -> bytes:
    """The bytes of the file behind a path or link of the account's own host.

    Raises ``ConfigurationError`` for a link that leads to another host: the credential would go there with it;
    ``UnexpectedResponse`` where the answer is a page, a redirect, or no file of this kind; else as every call does.
    """
    if kind != "any" and kind not in SIGNATURES:
        raise ConfigurationError(f"kind={kind!r}: give {', '.join(SIGNATURES)}, or any for every file but a page")
    path, query = _own_place(session.base_url, link)
    request = Request(operation=_READ, method="GET", path=path, query=query, headers=(("accept", "*/*"),))

    def read(response: Response, settings: DecodeSettings) -> bytes:
        return _checked(response, kind)

    return await session.call(request, read, options)


def _own_place(base_url: str, link: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    elsewhere = ConfigurationError(
        f"the link leads elsewhere than to {base_url}: this client's credential is not sent there; fetch it without one"
    )
    try:
        parts = urlsplit(link)
    except (ValueError, AttributeError):
        raise elsewhere from None
    host = f"{parts.scheme}://{parts.netloc}".lower() if parts.scheme or parts.netloc else base_url
    if host != base_url or not parts.path.startswith("/"):
        raise elsewhere
    return parts.path, tuple(parse_qsl(parts.query, keep_blank_values=True))


def _checked(response: Response, kind: FileKind) -> bytes:
    if not 200 <= response.status < 300:
        error = parse_error(response)
        if 300 <= response.status < 400:
            error.message += " (a redirect, most often to a login page: the server shows this file to browsers alone)"
            error.args = (error.message,)
        raise error
    found = printable(response)
    if found in ("an HTML page", "nothing"):
        raise UnexpectedResponse(f"the answer is {found}, not a file", **evidence(response))
    if kind != "any" and not response.body.startswith(SIGNATURES[kind]):
        raise UnexpectedResponse(f"the answer is no {kind.upper()} file", **evidence(response))
    return response.body
