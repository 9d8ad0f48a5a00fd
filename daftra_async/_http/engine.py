"""One try on the network: what goes in, what comes out, and how far it got. Two engines do it.

``aiohttp_engine`` is the default one; ``httpx_engine`` sends through a client that the user made.

The values of each call are msgspec's structs, as the models are: an attrs class takes forty times as long to make at
import, and its instances ten times (``python -m benchmarks import transport``).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any, Literal, Protocol

import msgspec

from ..errors import Phase
from ..options import Timeout


class SendState(enum.IntEnum):
    """How far a request got, by what the engine itself wrote and read."""

    NOTHING = 0
    SOMETHING = 1
    ANSWERED = 2


class HttpRequest(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A request ready for the wire. ``target`` is its path and query; the headers are complete but for the framing."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    timeout: Timeout

    def __repr__(self) -> str:
        return f"HttpRequest({self.method} {self.target})"


class HttpResponse(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A complete answer; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def __repr__(self) -> str:
        return f"HttpResponse({self.status})"


Cause = Literal["connection", "timeout", "body", "tls"]


class Failure(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A try without a complete answer: the connection broke, a limit passed, or the body was refused.

    ``status`` and ``headers`` are known where the head of the answer came. ``detail`` is for people.
    """

    cause: Cause
    send_state: SendState
    detail: str
    phase: Phase = "read"
    status: int | None = None
    headers: Mapping[str, str] = {}

    def __repr__(self) -> str:
        return f"Failure({self.cause}, {self.send_state.name})"


class SendProgress:
    """How far one try has got, written by the engine and read by whoever waits for it or gives up on it.

    ``status`` and ``headers`` are those of the answer, from the moment that its head came.
    """

    __slots__ = ("headers", "send_state", "status")

    def __init__(self) -> None:
        self.send_state = SendState.NOTHING
        self.status: int | None = None
        self.headers: Mapping[str, str] = {}

    def answered(self, status: int, headers: Mapping[str, str]) -> None:
        """The head of an answer came."""
        self.send_state = SendState.ANSWERED
        self.status = status
        self.headers = headers

    def failure(self, cause: Cause, detail: str, *, phase: Phase = "read") -> Failure:
        """The failure of the try that got as far as this."""
        return Failure(
            cause=cause,
            send_state=self.send_state,
            detail=detail,
            phase=phase,
            status=self.status,
            headers=self.headers,
        )


def headers_of(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Header fields by their names in lower case; those that come twice are joined, as HTTP allows."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        if name in headers:
            value = f"{headers[name]}, {value}"
        headers[name] = value
    headers.pop("set-cookie", None)
    return headers


class Engine(Protocol):
    """Sends requests to one host."""

    closed: bool

    def watch(self) -> Any:
        """The ``SendProgress`` of a try to come."""
        ...

    async def exchange(self, request: HttpRequest, progress: Any) -> HttpResponse | Failure:
        """One try. What goes wrong is a value; the only exception is ``CancelledError``."""
        ...

    async def aclose(self) -> None:
        """Ends what is under way; nothing is sent from now on."""
        ...


CLOSED = Failure(cause="connection", send_state=SendState.NOTHING, detail="the client was closed meanwhile")
