"""One connection of the default engine: aiohttp's parser behind a watch on which bytes come when."""

from __future__ import annotations

import asyncio
import enum
import select
from collections.abc import Callable
from typing import Any

from aiohttp.client_proto import ResponseHandler
from aiohttp.http import RawResponseMessage
from aiohttp.http_exceptions import BadHttpMessage
from aiohttp.streams import StreamReader

PIECE = 64 * 1024
"""Bytes of a request's body that are handed over at a time."""

MOST_HEAD = 64 * 1024
"""Bytes before the end of an answer's head: informational answers, status line and all header fields."""

FRAMING = 8
"""How many times its size a chunked body may take on the wire: chunks of one byte take six. Chunk extensions and
trailers beyond that, and beyond ``MOST_HEAD``, are nothing that anybody needs."""


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
        self.stage = Stage.OPENING
        self.early = False
        self.early_body = b""
        self._received = 0
        self._unread: Callable[[], bool] = bool
        self._encrypted = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        raw = transport.get_extra_info("socket")
        self._unread = _watcher(raw.fileno()) if raw is not None else bool
        self._encrypted = transport.get_extra_info("ssl_object") is not None

    @property
    def fresh(self) -> bool:
        """Whether no request was ever written on it."""
        return self.stage is Stage.OPENING

    async def is_clean(self) -> bool:
        """Whether nothing has come that nobody asked for, be it unread in the socket."""
        if self.is_connected() and self._unread():
            if not self._encrypted:
                return False
            # Session tickets come unasked too, and only reading tells them from an answer.
            await asyncio.sleep(0)
        return self.is_connected() and not self.should_close

    def expect(self, *, method: str, read_timeout: float | None) -> None:
        """A request is about to be written: the next answer is its own."""
        self.stage = Stage.WRITING
        self._received = 0
        self.set_response_params(
            skip_payload=method == "HEAD", read_until_eof=True, auto_decompress=False, read_timeout=read_timeout
        )

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

    async def write_on(self, body: bytes, limit: float | None) -> None:
        """A body larger than ``PIECE``, within ``limit`` seconds; less of it where an answer comes ``early``."""
        async with asyncio.timeout(limit):
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
        self._drop_timeout()
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
        elif self._received > MOST_HEAD:
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

    def _check_framing(self) -> None:
        payload: Any = self._payload
        body = 0 if payload is None else payload.total_bytes
        if self._received > MOST_HEAD + FRAMING * body:
            error = BadHttpMessage("the answer's head or framing never ends")
            self.set_exception(error)
            if payload is not None:
                payload.set_exception(error)
            self.cut()

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
