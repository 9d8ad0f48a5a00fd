"""One try on the network: an httpx transport or client sends it, and its trace events tell how far it got."""

from __future__ import annotations

import asyncio
import contextlib
import enum
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

import attrs

from ..errors import ConfigurationError, Phase
from ..options import Timeout
from .body import BodyError, read_body

if TYPE_CHECKING:
    import ssl


class SendState(enum.IntEnum):
    """How far a request got, by the engine's own events."""

    NOTHING = 0
    SOMETHING = 1
    ANSWERED = 2


@attrs.frozen(kw_only=True)
class HttpRequest:
    """A request ready for the wire: the whole URL and every header."""

    method: str
    url: str
    headers: list[tuple[str, str]] = attrs.field(repr=False)
    body: bytes | None = attrs.field(repr=False)
    timeout: Timeout


@attrs.frozen(kw_only=True)
class HttpResponse:
    """A complete answer; header names in lower case."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)


Cause = Literal["connection", "timeout", "body"]


@attrs.frozen(kw_only=True)
class Failure:
    """A try without a complete answer: the connection broke, a limit passed, or the body was refused.

    ``status`` is known where the head of the answer came. ``detail`` is for people.
    """

    cause: Cause
    send_state: SendState
    detail: str
    phase: Phase = "read"
    status: int | None = None


class SendProgress:
    """Listens to an engine's trace events during one try, and is where an abandoned try ends."""

    __slots__ = ("abandoned", "begun", "interruptible", "send_state")

    def __init__(self, send_state: SendState) -> None:
        self.send_state = send_state
        self.begun = False
        self.interruptible = False
        self.abandoned = False

    async def __call__(self, name: str, info: Mapping[str, Any]) -> None:
        started = name.endswith(".started")
        if self.abandoned and started and "close" not in name:
            # Once: what follows is the engine's cleaning up, which must not be disturbed.
            self.abandoned = False
            _end_try(name)
        self.begun = True
        self.interruptible = started or "receive_response" in name
        if started and "send_request_headers" in name and not _opens_tunnel(info):
            self.send_state = SendState.SOMETHING


def _opens_tunnel(info: Mapping[str, Any]) -> bool:
    return getattr(info.get("request"), "method", None) == b"CONNECT"


def _end_try(name: str) -> None:
    # A socket that waits for its TLS handshake is closed by the handshake's own clean-up, and by nothing before it.
    task = asyncio.current_task()
    if "start_tls" in name and task is not None:
        task.cancel()
    else:
        raise asyncio.CancelledError


class Engine:
    """Sends through ``deliver``, which takes an httpx-shaped request and gives a response to be streamed."""

    def __init__(
        self,
        http: Any,
        deliver: Callable[[Any], Awaitable[Any]],
        *,
        close: Callable[[], Awaitable[None]] | None,
        max_body: int,
        traced: bool = True,
        fragile: bool = False,
    ) -> None:
        self._http = http
        self._deliver = deliver
        self._close = close
        self._max_body = max_body
        self._traced = traced
        self._fragile = fragile
        self._abandoned: set[asyncio.Task[HttpResponse]] = set()
        self.closed = False

    def watch(self) -> SendProgress:
        """The progress of a try to come. An engine without events proves nothing: its requests count as written."""
        return SendProgress(SendState.NOTHING if self._traced else SendState.SOMETHING)

    async def exchange(self, request: HttpRequest, progress: SendProgress) -> HttpResponse | Failure:
        """One try. What goes wrong is a value; the only exception is ``CancelledError``."""
        if self.closed:
            return Failure(cause="connection", send_state=SendState.NOTHING, detail="the client was closed meanwhile")
        limit = asyncio.timeout(request.timeout.attempt)
        try:
            async with limit:
                if self._fragile:
                    return await self._exchange_apart(request, progress)
                return await self._exchange(request, progress)
        except _Broken as broken:
            error = broken.error
            status = broken.status
        except TimeoutError as expired:
            error, status = expired, None
        if isinstance(error, BodyError):
            return Failure(cause="body", send_state=SendState.ANSWERED, detail=str(error), status=status)
        if limit.expired():
            return Failure(cause="timeout", phase="total", send_state=progress.send_state, detail="", status=status)
        phase = _PHASES.get(type(error).__name__)
        return Failure(
            cause="timeout" if phase else "connection",
            phase=phase or "read",
            send_state=progress.send_state,
            detail=f"{type(error).__name__}: {error}",
            status=status,
        )

    async def _exchange(self, request: HttpRequest, progress: SendProgress) -> HttpResponse:
        status: int | None = None
        try:
            response = await self._deliver(self._request(request, progress))
            try:
                progress.send_state = SendState.ANSWERED
                status = code = int(response.status_code)
                headers = {name: value for name, value in response.headers.items() if name != "set-cookie"}
                body = await read_body(response.stream, headers.get("content-encoding"), limit=self._max_body)
            finally:
                await response.aclose()
        except Exception as error:
            raise _Broken(error, status) from None
        return HttpResponse(status=code, headers=headers, body=body)

    async def _exchange_apart(self, request: HttpRequest, progress: SendProgress) -> HttpResponse:
        """The same in a task of its own, for engines whose pool loses a connection when cancelled at a bad moment.

        A cancelled caller ends the try where that is safe: within a network operation, or at the next trace event.
        """
        task = asyncio.ensure_future(self._exchange(request, progress))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            self._abandoned.add(task)
            task.add_done_callback(self._forget)
            if progress.interruptible or not self._traced:
                task.cancel()
            else:
                progress.abandoned = True
            if progress.begun or not self._traced:
                await asyncio.wait({task})
            raise

    def _forget(self, task: asyncio.Task[HttpResponse]) -> None:
        self._abandoned.discard(task)
        if not task.cancelled():
            task.exception()

    def _request(self, request: HttpRequest, progress: SendProgress) -> Any:
        timeout = request.timeout
        return self._http.Request(
            request.method,
            request.url,
            headers=request.headers,
            content=request.body,
            extensions={
                "timeout": {"connect": timeout.connect, "write": timeout.write, "read": timeout.read, "pool": None},
                "trace": progress,
            },
        )

    async def aclose(self) -> None:
        """Ends what was abandoned and closes the client, unless it came from outside; nothing is sent from now on."""
        self.closed = True
        while self._abandoned:
            waiting = set(self._abandoned)
            for task in waiting:
                task.cancel()
            await asyncio.wait(waiting)
        if self._close is not None:
            await self._close()


class _Broken(Exception):
    def __init__(self, error: Exception, status: int | None) -> None:
        super().__init__()
        self.error = error.with_traceback(None)
        self.status = status


_PHASES: Mapping[str, Phase] = {
    "ConnectTimeout": "connect",
    "WriteTimeout": "write",
    "ReadTimeout": "read",
    "PoolTimeout": "pool",
}


def default_engine(base_url: str, *, max_body: int, tls: ssl.SSLContext | None = None) -> Engine:
    """httpx's transport interface over aiohttp. The imports happen here, at the first call."""
    import httpx

    from .aiohttp_transport import AiohttpTransport, proxy_for, verified_tls

    if tls is None and base_url.startswith("https:"):
        tls = verified_tls()
    transport = AiohttpTransport(tls=tls, proxy=proxy_for(base_url))
    return Engine(httpx, transport.handle_async_request, close=transport.aclose, max_body=max_body)


def injected_engine(client: Any, *, max_body: int) -> Engine:
    """A client from outside: its transport, proxies, TLS and hooks serve; its headers, cookies, credentials do not."""
    http = http_package(client)

    async def deliver(request: Any) -> Any:
        return await client.send(request, stream=True, auth=None, follow_redirects=False)

    traced = isinstance(getattr(client, "_transport", None), http.AsyncHTTPTransport)
    return Engine(http, deliver, close=None, max_body=max_body, traced=traced, fragile=True)


def http_package(client: Any) -> Any:
    """The package, httpx or httpx2, whose ``AsyncClient`` this is; raises ``ConfigurationError`` for anything else."""
    for kind in type(client).__mro__:
        package = kind.__module__.partition(".")[0]
        if kind.__name__ == "AsyncClient" and package in ("httpx", "httpx2"):
            with contextlib.suppress(ImportError):
                return __import__(package)
    raise ConfigurationError(
        f"http_client={type(client).__name__}: give an httpx.AsyncClient or an httpx2.AsyncClient, or leave it out"
    )
