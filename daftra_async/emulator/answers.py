"""What a request brings and what it gets: plain values between the ASGI application and the API's rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from .schema import DocumentedCall
from .store import Values

Effect = Literal["read", "created", "updated", "deleted", "refused", "nothing"]
"""What a request did to the records."""


@attrs.frozen(kw_only=True)
class Incoming:
    """One request: ``path`` without the ``.json`` suffix, query pairs in order, ``data`` the decoded JSON body,
    ``origin`` the host root as the client sees it."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    data: Any = None
    arguments: Mapping[str, str] = attrs.field(factory=dict)
    call: DocumentedCall | None = None
    branch_id: int | None = None
    origin: str = ""

    def parameter(self, name: str) -> str | None:
        """The last value of a query parameter, as PHP takes it."""
        return next((value for key, value in reversed(self.query) if key == name), None)


@attrs.frozen(kw_only=True)
class Reply:
    """One answer: ``body`` is a JSON value, or bytes with their own content type. ``ids`` names what was created."""

    status: int
    body: Any
    content_type: str = "application/json"
    headers: Mapping[str, str] = attrs.field(factory=dict)
    effect: Effect = "read"
    ids: tuple[int, ...] = ()


def v1_done(*, effect: Effect, message: str | None = None) -> Reply:
    """v1's answer to an update or a delete."""
    body: Values = {"code": 200, "result": "successful"}
    return Reply(status=200, body={**body, "message": message} if message else body, effect=effect)


def v1_failed(status: int, message: str, *, http_status: int | None = None, **more: Any) -> Reply:
    """v1's refusal; ``http_status`` differs from the code in the body where the server says no with HTTP 200."""
    body = {"result": "failed", "code": status, "message": message, **more}
    return Reply(status=http_status or status, body=body, effect="refused")


def v2_message(status: int, message: str, **more: Any) -> Reply:
    """v2's refusal: the message at the root."""
    return Reply(status=status, body={"message": message, **more}, effect="refused")
