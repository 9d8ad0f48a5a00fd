"""What a fault makes of an answer: another one in its place, or a damaged one."""

from __future__ import annotations

import attrs
import msgspec

from .answers import Reply
from .faults import Fault
from .wireforms import encode

_LOGIN_PAGE = (
    b"<!DOCTYPE html><html><head><title>Login</title></head><body><form>Sign in to continue</form></body></html>"
)
_GATEWAY_PAGE = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center></body></html>"
_HTML = "text/html; charset=utf-8"


def stand_in(fault: Fault) -> Reply:
    """The answer that comes instead of the account's own."""
    if fault.kind == "html":
        return Reply(status=200, body=_LOGIN_PAGE, content_type=_HTML)
    if fault.kind == "garbage":
        return Reply(status=200, body=b"\x00\xff{not json", content_type="application/json")
    headers = {} if fault.retry_after is None else {"retry-after": fault.retry_after}
    if fault.html:
        page = _GATEWAY_PAGE.format(fault.status).encode()
        return Reply(status=fault.status, body=page, content_type=_HTML, headers=headers)
    body = {"result": "failed", "code": fault.status, "message": "The server could not answer"}
    return Reply(status=fault.status, body=body, headers=headers)


def damaged(answer: Reply, fault: Fault) -> Reply:
    """The answer truncated, short of elements or out of order; itself if the fault finds nothing to damage."""
    body = answer.body if isinstance(answer.body, bytes) else encode(answer.body)
    if fault.kind == "truncated":
        return attrs.evolve(answer, body=body[: len(body) * 2 // 3])
    elements = msgspec.json.decode(body)
    if not isinstance(elements, list) or len(elements) < 2:
        return answer
    changed = elements[: -fault.drop] if fault.kind == "short" else elements[::-1]
    return attrs.evolve(answer, body=encode(changed))


def broken_pieces(answer: Reply) -> tuple[bytes, ...]:
    """The part of an answer that still goes out before the connection breaks."""
    body = answer.body if isinstance(answer.body, bytes) else encode(answer.body)
    return (body[: len(body) // 2],)
