"""The default engine: requests written straight to aiohttp's connections. Imported at the first call, not before.

aiohttp finds the host, opens, encrypts and keeps the connections and reads the answers; the requests are written here,
so that the moment of the first byte is known and nothing is tried a second time unasked. No cookies, no redirects.
"""

from __future__ import annotations

import asyncio
import enum
import functools
import select
import ssl
from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import urlsplit

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from aiohttp.http import RawResponseMessage
from aiohttp.http_exceptions import BadHttpMessage
from aiohttp.streams import StreamReader
from yarl import URL

from ..errors import Phase
from ..options import Timeout
from .body import BodyError, is_plain, read_body, too_large
from .compose import message_head
from .engine import CLOSED, Failure, HttpRequest, HttpResponse, SendProgress, SendState, headers_of
from .environment import Proxy, untrusted
from .time_limits import AnswerLimits, LimitPassed, within

KEEP_ALIVE = 15.0
"""Seconds an idle connection is kept, well below the 60 s after which the load balancer before the API drops it."""


PIECE = 64 * 1024
"""Bytes of a request's body that are handed over at a time."""

MOST_HEAD = 64 * 1024
"""Bytes before the end of an answer's head: informational answers, status line and all header fields."""

TURNS = 4
"""Turns of the event loop in which what lies unread on an encrypted connection is read: two, and some to spare."""

FRAMING = 8
"""How many times its size a chunked body may take on the wire: chunks of one byte take six. Chunk extensions and
trailers beyond that, and beyond ``MOST_HEAD``, are nothing that anybody needs."""


class AiohttpEngine:
    """Connections to one host, on one event loop."""

    def __init__(self, base_url: str, *, tls: ssl.SSLContext | None, proxy: Proxy | None, max_body: int) -> None:
        self.closed = False
        self._max_body = max_body
        self._clock = asyncio.get_running_loop().time
        self._connector = _connector(tls)
        self._place = _place(base_url, proxy)
        self._host = urlsplit(base_url).netloc
        # A proxy is told the whole address, and who calls, unless a tunnel leads through it.
        told = proxy if tls is None else None
        self._prefix = "" if told is None else base_url
        self._proxy_authorization = None if told is None else told[1]

    def watch(self) -> SendProgress:
        return SendProgress()

    async def exchange(self, request: HttpRequest, progress: SendProgress) -> HttpResponse | Failure:
        if self.closed:
            return CLOSED
        try:
            return await self._exchange(request, progress)
        except Exception as error:
            return _failure(error, progress)

    async def _exchange(self, request: HttpRequest, progress: SendProgress) -> HttpResponse:
        limits = request.timeout
        deadline = None if limits.attempt is None else self._clock() + limits.attempt
        connection, protocol = await self._connect(limits, deadline)
        try:
            protocol.expect(method=request.method, silence=limits.read, deadline=deadline)
            progress.send_state = SendState.SOMETHING
            protocol.write(self._written(request), request.body)
            if request.body is not None and len(request.body) > PIECE:
                try:
                    await within(limits.write, protocol.write_on(request.body))
                except LimitPassed:
                    raise _LimitPassed("write") from None
            answer = await self._answer(protocol, progress)
            protocol.finish()
        except BaseException:
            protocol.cut()
            connection.close()
            raise
        connection.release()
        return answer

    async def _connect(self, limits: Timeout, deadline: float | None) -> tuple[Connection, WatchedConnection]:
        """A connection on which nothing has come unasked, opened within the limits where none is idle."""
        timeout = _connect_timeout(limits.connect, limits.attempt)
        while True:
            try:
                connection = await self._connector.connect(self._place, [], timeout)
            except TimeoutError:
                raise _LimitPassed("total" if deadline and self._clock() >= deadline else "connect") from None
            protocol = connection.protocol
            if not isinstance(protocol, WatchedConnection):
                connection.close()
                raise TypeError(f"aiohttp {aiohttp.__version__} makes its connections in another way")
            if protocol.is_clean() or (protocol.encrypted and await _is_clean_once_read(connection, protocol)):
                return connection, protocol
            fresh = protocol.stage is Stage.OPENING
            connection.close()
            if fresh:
                raise aiohttp.ServerConnectionError("the server spoke, or closed, before it was asked anything")

    def _written(self, request: HttpRequest) -> bytes:
        """The head of the request. No caller keeps it: its frames can be seen, and it holds the credential."""
        return message_head(
            request, host=self._host, prefix=self._prefix, proxy_authorization=self._proxy_authorization
        )

    async def _answer(self, protocol: WatchedConnection, progress: SendProgress) -> HttpResponse:
        message, payload = await protocol.head()
        if protocol.early and message.code < 400:
            raise aiohttp.ServerConnectionError("an answer came before the request was written, and is not believed")
        headers = headers_of(message.raw_headers)
        progress.answered(message.code, headers)
        if message.code == 101:
            raise aiohttp.ServerConnectionError("the server switches to a protocol that nobody asked for")
        body = protocol.early_body if protocol.early else await self._body(payload, headers)
        return HttpResponse(status=message.code, headers=headers, body=body)

    async def _body(self, payload: StreamReader, headers: dict[str, str]) -> bytes:
        encoding = headers.get("content-encoding")
        plain = is_plain(encoding)
        length = headers.get("content-length", "")
        if plain and length.isdigit() and int(length) > self._max_body:
            raise too_large(self._max_body)
        if plain and payload.is_eof():
            # All of it came with its head, as short answers do.
            body = payload.read_nowait(-1)
            if len(body) > self._max_body:
                raise too_large(self._max_body)
            return body
        return await read_body(payload.iter_any(), encoding, limit=self._max_body)

    async def aclose(self) -> None:
        self.closed = True
        await self._connector.close()


class _LimitPassed(Exception):
    """A time limit of this phase passed."""

    def __init__(self, phase: Phase) -> None:
        super().__init__(phase)
        self.phase: Phase = phase


class Stage(enum.IntEnum):
    OPENING = 0
    IDLE = 1
    WRITING = 2
    ANSWERING = 3


class WatchedConnection(ResponseHandler):
    """A connection on which only what a request asked for is taken for an answer.

    Bytes that come while it is idle end it. An answer that begins before the request was written ends it too, at
    once, so that the rest of the request is never sent: ``early`` says so, and ``early_body`` holds what had come.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop=loop)
        self._limits = AnswerLimits(loop, self._limit_passed)
        self.stage = Stage.OPENING
        self.early = False
        self.early_body = b""
        self._received = 0
        self._unread: Callable[[], bool] = bool
        self.encrypted = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        raw = transport.get_extra_info("socket")
        self._unread = _watcher(raw.fileno()) if raw is not None else bool
        self.encrypted = transport.get_extra_info("ssl_object") is not None

    def connection_lost(self, exc: BaseException | None) -> None:
        super().connection_lost(exc)
        self._limits.close()

    def is_clean(self) -> bool:
        """Whether nothing has come that nobody asked for: not even, unread, into the socket."""
        return self.is_connected() and not self.should_close and not self._unread()

    def expect(self, *, method: str, silence: float | None, deadline: float | None) -> None:
        """A request is about to be written: the next answer is its own.

        It has to be there by ``deadline``, in the loop's time, and never be silent for ``silence`` seconds.
        """
        self.stage = Stage.WRITING
        self._received = 0
        self._limits.begin(silence=silence, deadline=deadline)
        self.set_response_params(skip_payload=method == "HEAD", read_until_eof=True, auto_decompress=False)

    def write(self, head: bytes, body: bytes | None) -> None:
        """The head and as much of the body as goes with it; ``write_on`` sends what is left of a large one."""
        transport = self.transport
        if transport is None:
            raise ConnectionResetError("the connection was closed")
        if body is None or len(body) <= PIECE:
            transport.write(head + body if body else head)
            self._written()
        else:
            transport.write(head)

    async def write_on(self, body: bytes) -> None:
        """A body larger than ``PIECE``, or less of it where an answer comes ``early``."""
        view = memoryview(body)
        for start in range(0, len(body), PIECE):
            if self.early or self.transport is None:
                return
            self.transport.write(view[start : start + PIECE])
            await self._drained()
        self._written()

    def _written(self) -> None:
        self.stage = Stage.ANSWERING
        self.start_timeout()

    async def _drained(self) -> None:
        try:
            await self._drain_helper()
        except ConnectionError:
            # An early answer ends the connection, and is an answer all the same.
            if not self.early:
                raise

    async def head(self) -> tuple[RawResponseMessage, StreamReader]:
        """The head of the answer and its body to be read."""
        while True:
            message, payload = await self.read()
            if message.code == 101 or not 100 <= message.code < 200:
                return message, payload

    def finish(self) -> None:
        """The answer is read: nothing else is asked for, and whatever comes from here on ends the connection."""
        self.stage = Stage.IDLE
        self._limits.end()
        if self._begun_another():
            self.force_close()

    def _begun_another(self) -> bool:
        """Whether the first bytes of another answer came with the last one."""
        try:
            return self._parser is not None and self._parser.feed_eof() is not None
        except Exception:
            return True

    def data_received(self, data: bytes) -> None:
        if self.stage is Stage.OPENING:
            # A proxy's answer to CONNECT, or a greeting, which is_clean() finds.
            super().data_received(data)
        elif self.stage is Stage.IDLE:
            if data:
                self.cut()
        else:
            self._received_answer(data)

    def _received_answer(self, data: bytes) -> None:
        if data and not self._received:
            self.early = self._unwritten()
        self._received += len(data)
        super().data_received(data)
        if self.early:
            self._end_early()
        elif self._received > MOST_HEAD and not self._reading_paused:
            # What the parser keeps back while it pauses is counted when it goes on.
            self._check_framing()

    def _unwritten(self) -> bool:
        """Whether a part of the request has not left this process."""
        return self.stage is Stage.WRITING or (
            self.transport is not None and self.transport.get_write_buffer_size() > 0
        )

    def _end_early(self) -> None:
        payload = self._payload
        self.early_body = payload.read_nowait(-1) if payload is not None else b""
        self.cut()

    # aiohttp makes and cancels a timer wherever it calls these three.

    def start_timeout(self) -> None:
        self._limits.asked()

    def _reschedule_timeout(self) -> None:
        self._limits.heard()

    def _drop_timeout(self) -> None:
        self._limits.reading_paused()

    def _limit_passed(self, phase: Literal["read", "total"]) -> None:
        self._fail(_LimitPassed(phase))

    def _fail(self, error: Exception) -> None:
        """Whoever waits for something on this connection gets this error, and the connection ends."""
        payload = self._payload
        self.set_exception(error)
        if payload is not None:
            payload.set_exception(error)
        self.cut()

    def _check_framing(self) -> None:
        payload: Any = self._payload
        body = 0 if payload is None else payload.total_bytes
        if self._received > MOST_HEAD + FRAMING * body:
            self._fail(BadHttpMessage("the answer's head or framing never ends"))

    def cut(self) -> None:
        """Ends the connection at once: what was written and has not left yet is dropped."""
        self.force_close()
        if self.transport is not None:
            self.transport.abort()


def _watcher(descriptor: int) -> Callable[[], bool]:
    """What tells whether a socket has something to be read, its end included."""
    if not hasattr(select, "poll"):
        return lambda: bool(select.select([descriptor], [], [], 0)[0])
    watcher = select.poll()
    watcher.register(descriptor, select.POLLIN)
    return lambda: bool(watcher.poll(0))


def _connector(tls: ssl.SSLContext | None) -> aiohttp.TCPConnector:
    connector = aiohttp.TCPConnector(limit=0, ssl=True if tls is None else tls, keepalive_timeout=KEEP_ALIVE)
    # There is no public way to name the class of the connections; _connect() refuses any other.
    factory: Any = functools.partial(WatchedConnection, loop=asyncio.get_running_loop())
    connector._factory = factory
    return connector


def _place(base_url: str, proxy: Proxy | None) -> aiohttp.ClientRequest:
    """Where to connect to, in the form that aiohttp's connector takes it."""
    place = aiohttp.ClientRequest("GET", URL(base_url), loop=asyncio.get_running_loop())
    if proxy is not None:
        address, authorization = proxy
        # With the host, which the connector would add: a connection is found again by these headers too.
        headers = {"Host": place.headers["Host"]}
        if authorization is not None:
            headers["Proxy-Authorization"] = authorization.reveal()
        place.update_proxy(URL(address), None, headers)
    return place


@functools.lru_cache(maxsize=64)
def _connect_timeout(limit: float | None, attempt: float | None) -> aiohttp.ClientTimeout:
    given = [seconds for seconds in (limit, attempt) if seconds is not None]
    return aiohttp.ClientTimeout(total=None, connect=min(given) if given else None)


async def _is_clean_once_read(connection: Connection, protocol: WatchedConnection) -> bool:
    """The same for an encrypted connection: session tickets come unasked too, and only reading tells what they are."""
    try:
        for _ in range(TURNS):
            await asyncio.sleep(0)
            if protocol.is_clean():
                return True
    except BaseException:
        connection.close()
        raise
    return False


def _failure(error: Exception, progress: SendProgress) -> Failure:
    """What an exception means: the limits by their phase, TLS and the body apart from lost connections."""
    if isinstance(error, BodyError):
        return progress.failure("body", str(error))
    if isinstance(error, _LimitPassed):
        return progress.failure("timeout", "", phase=error.phase)
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return progress.failure("tls", untrusted(detail))
    if isinstance(error, aiohttp.ClientConnectorSSLError) and not isinstance(error.os_error, ssl.SSLEOFError):
        return progress.failure("tls", detail)
    return progress.failure("connection", detail)
