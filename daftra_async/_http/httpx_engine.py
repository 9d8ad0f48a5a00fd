"""The engine that sends through a client of the user's, httpx's or httpx2's: its trace events tell how far it got."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Mapping
from typing import Any

from ..errors import ConfigurationError, Phase
from .body import BodyError, read_body
from .engine import CLOSED, Failure, HttpRequest, HttpResponse, SendProgress, SendState, headers_of
from .time_limits import LimitPassed, within


class TracedProgress(SendProgress):
    """Listens to the client's trace events during one try, and is where an abandoned try ends.

    An answer that is there before the event loop has turned once was in the client's own buffer when the request was
    written: bytes that nobody asked for. What lies unread in the socket the client's pool looks for by itself; bytes
    that come between the two, and the beginning of an answer whose rest comes later, are not to be seen from here.
    """

    __slots__ = ("abandoned", "latest", "turned")

    def __init__(self, send_state: SendState) -> None:
        super().__init__()
        self.send_state = send_state
        self.latest = ""
        self.abandoned = False
        self.turned = False

    async def __call__(self, name: str, info: Mapping[str, Any]) -> None:
        if self.abandoned and name.endswith(".started") and "close" not in name:
            # Once: what follows is the client's cleaning up, which must not be disturbed.
            self.abandoned = False
            _end_try(name)
        self.latest = name
        if name.endswith(".send_request_headers.started"):
            if not _opens_tunnel(info):
                self.send_state = SendState.SOMETHING
        elif name == "http11.receive_response_headers.started":
            self.turned = False
            asyncio.get_running_loop().call_soon(self._turn)
        elif name == "http11.receive_response_headers.complete" and not self.turned:
            raise _UnaskedAnswer("an answer was there before the request, and is not believed")

    @property
    def interruptible(self) -> bool:
        """Whether a network operation is under way, which can be cancelled where it stands."""
        return self.latest.endswith(".started") or "receive_response" in self.latest

    def _turn(self) -> None:
        self.turned = True


class _UnaskedAnswer(Exception):
    """Raised in the client's own flow, which closes the connection for it."""


def _opens_tunnel(info: Mapping[str, Any]) -> bool:
    return getattr(info.get("request"), "method", None) == b"CONNECT"


def _end_try(name: str) -> None:
    # A socket that waits for its TLS handshake is closed by the handshake's own clean-up, and by nothing before it.
    task = asyncio.current_task()
    if "start_tls" in name and task is not None:
        task.cancel()
    else:
        raise asyncio.CancelledError


class HttpxEngine:
    """A client from outside: its transport, proxies, TLS and hooks serve; its headers, cookies, credentials do not."""

    def __init__(self, client: Any, base_url: str, *, max_body: int) -> None:
        self.closed = False
        self._http = http_package(client)
        self._client = client
        self._base_url = base_url
        self._max_body = max_body
        self._traced = isinstance(getattr(client, "_transport", None), self._http.AsyncHTTPTransport)
        # httpx's pool loses a connection when a call is cancelled at a bad moment; httpx2's does not.
        self._fragile = self._http.__name__ == "httpx" or not self._traced
        self._abandoned: set[asyncio.Task[HttpResponse]] = set()

    def watch(self) -> TracedProgress:
        """A client without events proves nothing: its requests count as written."""
        return TracedProgress(SendState.NOTHING if self._traced else SendState.SOMETHING)

    async def exchange(self, request: HttpRequest, progress: TracedProgress) -> HttpResponse | Failure:
        if self.closed:
            return CLOSED
        try:
            work = self._exchange_apart(request, progress) if self._fragile else self._exchange(request, progress)
            return await within(request.timeout.attempt, work)
        except LimitPassed:
            return progress.failure("timeout", "", phase="total")
        except _Broken as broken:
            return _failure(broken.error, progress)

    async def _exchange_apart(self, request: HttpRequest, progress: TracedProgress) -> HttpResponse:
        """The exchange in a task of its own, for a pool that loses a connection when it is cancelled at a bad moment.

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
            if progress.latest or not self._traced:
                await asyncio.wait({task})
            raise

    async def _exchange(self, request: HttpRequest, progress: TracedProgress) -> HttpResponse:
        try:
            # No name for what is sent: the frame can be seen, and the request holds the credential.
            response = await self._client.send(
                self._request(request, progress), stream=True, auth=None, follow_redirects=False
            )
            if not self._fragile:
                # The events of the body would tell nothing more, and cost as much as reading it.
                response.request.extensions.pop("trace", None)
            try:
                headers = headers_of(response.headers.raw)
                progress.answered(int(response.status_code), headers)
                body = await read_body(response.stream, headers.get("content-encoding"), limit=self._max_body)
            finally:
                await response.aclose()
        except asyncio.CancelledError as error:
            # The frames of the client hold the head of the request, and the credential in it.
            raise error.with_traceback(None) from None
        except Exception as error:
            raise _Broken(error) from None
        return HttpResponse(status=int(response.status_code), headers=headers, body=body)

    def _forget(self, task: asyncio.Task[HttpResponse]) -> None:
        self._abandoned.discard(task)
        if not task.cancelled():
            task.exception()

    def _request(self, request: HttpRequest, progress: TracedProgress) -> Any:
        timeout = request.timeout
        return self._http.Request(
            request.method,
            self._base_url + request.target,
            headers=request.headers,
            content=request.body,
            extensions={
                "timeout": {"connect": timeout.connect, "write": timeout.write, "read": timeout.read, "pool": None},
                "trace": progress,
            },
        )

    async def aclose(self) -> None:
        """Ends what was abandoned; the client stays open, for it came from outside."""
        self.closed = True
        while self._abandoned:
            waiting = set(self._abandoned)
            for task in waiting:
                task.cancel()
            await asyncio.wait(waiting)


class _Broken(Exception):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error.with_traceback(None)


_PHASES: Mapping[str, Phase] = {
    "ConnectTimeout": "connect",
    "WriteTimeout": "write",
    "ReadTimeout": "read",
    "PoolTimeout": "pool",
}


def _failure(error: Exception, progress: TracedProgress) -> Failure:
    if isinstance(error, BodyError):
        return progress.failure("body", str(error))
    detail = f"{type(error).__name__}: {error}"
    if progress.send_state is SendState.NOTHING and _is_distrust(error):
        return progress.failure(
            "tls", f"{detail}; http_client= decides who is believed, by its verify= or SSL_CERT_FILE"
        )
    phase = _PHASES.get(type(error).__name__)
    if phase is not None:
        return progress.failure("timeout", detail, phase=phase)
    return progress.failure("connection", detail)


def _is_distrust(error: BaseException | None) -> bool:
    """Whether a certificate that nobody vouches for is behind this."""
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


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
