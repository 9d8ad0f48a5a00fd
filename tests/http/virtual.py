"""An event loop whose clock jumps to the next timer, and an engine that answers from a script, without a socket."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

import attrs
import httpx

from daftra_async._http.session import Session
from daftra_async.auth import ApiKey

from .sessions import make_session

T = TypeVar("T")


class _JumpingSelector(selectors.SelectSelector):
    """Waits for nothing: time that would pass in waiting is added to the clock instead."""

    now = 1000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        # Without a timer only a thread can be waited for (a file being written), and that takes real time.
        ready = super().select(10 if timeout is None else 0)
        if not ready and timeout is None:
            raise RuntimeError("nothing will ever happen on this loop again")
        if not ready and timeout:
            self.now += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def run(main: Coroutine[Any, Any, T]) -> T:
    """Runs to the end, however long its pauses are, in no time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)


def clock() -> float:
    return asyncio.get_running_loop().time()


@attrs.frozen
class Broken:
    """A try that breaks. ``written``: whether a byte of it was written first; ``head``: whether an answer had begun."""

    written: bool
    head: bool = False
    timeout: bool = False


@attrs.frozen
class Reply:
    status: int = 200
    headers: dict[str, str] = attrs.field(factory=dict)
    body: bytes = b"{}"
    takes: float = 0.0


Step = Broken | Reply
Script = Callable[[httpx.Request], Step | Awaitable[Step]]


class ScriptedTransport(httpx.AsyncHTTPTransport):
    """Answers each request with the next step, or as a function says, and emits httpcore's events as it goes."""

    def __init__(self, script: Sequence[Step] | Script) -> None:
        self.script = script if callable(script) else list(script)
        self.sent: list[tuple[float, httpx.Request]] = []
        self.in_flight = self.most_in_flight = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.sent.append((clock(), request))
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            return await self._play(request)
        finally:
            self.in_flight -= 1

    async def _play(self, request: httpx.Request) -> httpx.Response:
        step = await self._next(request)
        trace = request.extensions["trace"]
        await trace("connection.connect_tcp.started", {})
        if isinstance(step, Broken) and not step.written:
            raise (httpx.ConnectTimeout if step.timeout else httpx.ReadError)("scripted")
        await trace("http11.send_request_headers.started", {"request": None})
        if isinstance(step, Broken) and not step.head:
            # The name lies on purpose: what counts is what the events said.
            raise (httpx.ReadTimeout if step.timeout else httpx.ConnectError)("scripted")
        if isinstance(step, Broken):
            return httpx.Response(200, stream=_Cut())
        if step.takes:
            await asyncio.sleep(step.takes)
        return httpx.Response(step.status, headers=step.headers, stream=_Whole(step.body))

    async def _next(self, request: httpx.Request) -> Step:
        if isinstance(self.script, list):
            return self.script.pop(0)
        step = self.script(request)
        return await step if isinstance(step, Awaitable) else step

    async def aclose(self) -> None:
        return

    @property
    def times(self) -> list[float]:
        """When each try went out, in seconds since the first."""
        return [round(moment - self.sent[0][0], 6) for moment, _ in self.sent]


class _Whole(httpx.AsyncByteStream):
    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body


class _Cut(httpx.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b'{"result":'
        raise httpx.ReadError("scripted")


def scripted(script: Sequence[Step] | Script, **arguments: Any) -> tuple[Session, ScriptedTransport]:
    """A session over a script; the backoff's randomness is fixed at its upper end unless ``random=`` is given."""
    transport = ScriptedTransport(script)
    defaults: dict[str, Any] = {"auth": ApiKey("key"), "random": lambda: 1.0}
    client = httpx.AsyncClient(transport=transport)
    defaults |= {"base_url": "https://acme.example", "http_client": client}
    session = make_session(**(defaults | arguments))
    return session, transport
