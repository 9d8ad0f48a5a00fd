"""One try on the network: an httpx-shaped client sends it, and tells how far it got."""

from __future__ import annotations

import asyncio
import enum
import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import attrs

from .body import BodyRefused, read_body
from .errors import ConfigurationError, Phase
from .options import Timeout

if TYPE_CHECKING:
    import ssl


class Reach(enum.IntEnum):
    """How far a request got, by the engine's own events."""

    NOTHING = 0
    SOMETHING = 1
    ANSWERED = 2


@attrs.frozen(kw_only=True)
class Outgoing:
    """A request ready for the wire: the whole URL and every header."""

    method: str
    url: str
    headers: list[tuple[str, str]] = attrs.field(repr=False)
    body: bytes | None = attrs.field(repr=False)
    timeout: Timeout


@attrs.frozen(kw_only=True)
class Answer:
    """A complete answer; header names in lower case."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Failure:
    """A try without a complete answer. ``detail`` is for people and holds no secret."""

    cause: Literal["connection", "timeout", "refused"]
    reach: Reach
    detail: str
    phase: Phase = "read"
    status: int | None = None


class Progress:
    """Listens to the engine's trace events during one try."""

    __slots__ = ("reach",)

    def __init__(self, reach: Reach) -> None:
        self.reach = reach

    async def __call__(self, name: str, info: Mapping[str, Any]) -> None:
        if name.endswith(".send_request_headers.started"):
            self.reach = Reach.SOMETHING


class Engine:
    """Sends through an ``httpx.AsyncClient`` or ``httpx2.AsyncClient``; a client given from outside is never closed."""

    def __init__(self, client: Any, *, owned: bool, max_body: int) -> None:
        self._client = client
        self._http = importlib.import_module(type(client).__module__.partition(".")[0])
        self._owned = owned
        self._max_body = max_body

    async def exchange(self, outgoing: Outgoing) -> Answer | Failure:
        """One try. Raises nothing but ``CancelledError``: what went wrong is a value."""
        progress = Progress(Reach.NOTHING)
        status: int | None = None
        limit = asyncio.timeout(outgoing.timeout.attempt)
        try:
            async with limit:
                response = await self._client.send(self._request(outgoing, progress), stream=True, auth=None)
                progress.reach, status = Reach.ANSWERED, response.status_code
                try:
                    headers = {name.lower(): value for name, value in response.headers.items()}
                    body = await read_body(response.aiter_raw(), headers.get("content-encoding"), limit=self._max_body)
                finally:
                    await response.aclose()
        except BodyRefused as error:
            return Failure(cause="refused", reach=progress.reach, detail=str(error), status=status)
        except Exception as error:
            if limit.expired():
                return Failure(cause="timeout", phase="total", reach=progress.reach, detail="", status=status)
            phase = _PHASES.get(type(error).__name__)
            return Failure(
                cause="timeout" if phase else "connection",
                phase=phase or "read",
                reach=progress.reach,
                detail=f"{type(error).__name__}: {error}",
                status=status,
            )
        return Answer(status=status, headers=headers, body=body)

    def _request(self, outgoing: Outgoing, progress: Progress) -> Any:
        timeout = outgoing.timeout
        return self._http.Request(
            outgoing.method,
            outgoing.url,
            headers=outgoing.headers,
            content=outgoing.body,
            extensions={
                "timeout": {"connect": timeout.connect, "write": timeout.write, "read": timeout.read, "pool": None},
                "trace": progress,
            },
        )

    async def aclose(self) -> None:
        if self._owned:
            await self._client.aclose()


_PHASES: Mapping[str, Phase] = {
    "ConnectTimeout": "connect",
    "WriteTimeout": "write",
    "ReadTimeout": "read",
    "PoolTimeout": "pool",
}


def default_engine(base_url: str, *, max_body: int, tls: ssl.SSLContext | None = None) -> Engine:
    """httpx over aiohttp. The imports happen here, at the first call."""
    import httpx  # noqa: PLC0415

    from ._aiohttp import AiohttpTransport  # noqa: PLC0415

    client = httpx.AsyncClient(transport=AiohttpTransport(tls=tls), follow_redirects=False, trust_env=False)
    return Engine(client, owned=True, max_body=max_body)


def injected_engine(client: Any, *, max_body: int) -> Engine:
    """A client from outside: an ``httpx.AsyncClient``, an ``httpx2.AsyncClient``, or a subclass of one.

    Its transport, proxies, TLS and hooks serve; its headers, cookies, credentials and redirects do not.
    Raises ``ConfigurationError`` for anything else.
    """
    for kind in type(client).__mro__:
        if kind.__name__ == "AsyncClient" and kind.__module__.partition(".")[0] in ("httpx", "httpx2"):
            return Engine(client, owned=False, max_body=max_body)
    raise ConfigurationError(
        f"http_client={type(client).__name__}: give an httpx.AsyncClient or httpx2.AsyncClient, or none"
    )
