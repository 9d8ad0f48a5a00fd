"""A server that does to its callers whatever a test wants: it speaks bytes, not HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import struct
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self


class Exchange:
    """One connection, seen from the server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> None:
        self.reader = reader
        self.writer = writer
        self.number = number
        self.received = b""

    async def read_request(self) -> bytes:
        """One whole request, head and body; empty where the caller has gone."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        self.received += head
        length = 0
        for line in head.split(b"\r\n"):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        body = await self.reader.readexactly(length)
        self.received += body
        return head + body

    async def read(self, size: int) -> bytes:
        data = await self.reader.readexactly(size)
        self.received += data
        return data

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        """Ends the connection with a reset, so that the caller sees an error and not an end."""
        raw: socket.socket = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Behaviour = Callable[[Exchange], Awaitable[None]]


class FaultServer:
    """Runs ``behaviour`` for every connection and closes it afterwards. ``requests`` holds what each one received."""

    def __init__(self, behaviour: Behaviour, *, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self.port = port
        self.behaviour = behaviour
        self.exchanges: list[Exchange] = []
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def requests(self) -> list[bytes]:
        return [exchange.received for exchange in self.exchanges]

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port, backlog=1000, ssl=self._tls)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        exchange = Exchange(reader, writer, len(self.exchanges))
        self.exchanges.append(exchange)
        task = asyncio.ensure_future(self._serve(exchange))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, exchange: Exchange) -> None:
        try:
            with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
                await self.behaviour(exchange)
        finally:
            exchange.writer.close()
            with contextlib.suppress(ConnectionError):
                await exchange.writer.wait_closed()


def answer(body: bytes = b'{"result":"successful"}', status: int = 200, **headers: str) -> bytes:
    """A well-formed answer; header names with underscores for hyphens."""
    fields = {"content-type": "application/json", "content-length": str(len(body))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} Words\r\n{head}\r\n".encode() + body


def answering(*answers: bytes) -> Behaviour:
    """Answers the first request with the first answer and so on, over all connections; the last one stays."""
    waiting = list(answers)

    async def behave(exchange: Exchange) -> None:
        while True:
            await exchange.read_request()
            await exchange.send(waiting.pop(0) if len(waiting) > 1 else waiting[0])

    return behave
