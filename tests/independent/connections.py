"""Just enough HTTP/1.1 on plain sockets to answer, and to break answers off at any byte."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

from attrs import evolve, field, frozen


@frozen
class Request:
    """One request; header names are in lower case, of a repeated query parameter the last counts."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes


@frozen
class Answer:
    """What goes back.

    ``keep`` is the share of its bytes that is sent before the connection is reset (1: all, and kept open).
    ``seconds`` spreads the bytes over a time. ``unasked`` is sent ``unasked_after`` seconds after the
    answer, as if it were one, and ``unasked_sent`` called; with ``close`` the connection is closed then.
    """

    status: int
    body: bytes
    headers: dict[str, str] = field(factory=dict)
    keep: float = 1.0
    seconds: float = 0.0
    unasked: bytes = b""
    unasked_after: float = 0.0
    unasked_sent: Callable[[], None] = lambda: None
    close: bool = False

    def to_bytes(self) -> bytes:
        try:
            reason = HTTPStatus(self.status).phrase
        except ValueError:
            reason = "Unknown"
        headers = {"Content-Type": "application/json", **self.headers, "Content-Length": str(len(self.body))}
        lines = [f"HTTP/1.1 {self.status} {reason}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
        return "\r\n".join(lines).encode() + self.body


CUT = Answer(200, b"", keep=0.0)
Handler = Callable[[Request], Awaitable[Answer]]


def gzipped(answer: Answer) -> Answer:
    return evolve(answer, body=gzip.compress(answer.body), headers={**answer.headers, "Content-Encoding": "gzip"})


async def listen(handler: Handler) -> tuple[asyncio.Server, int]:
    """Serve on a free port of the loopback interface; returns the server and the port."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await _read(reader)) and await _write(writer, await handler(request)):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the peer is gone, or this server ends
        finally:
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, backlog=256)
    return server, server.sockets[0].getsockname()[1]


async def _read(reader: asyncio.StreamReader) -> Request | None:
    """The next request; None at the end of the connection. A request that ends early is no request."""
    head = await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""
    if not head:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)
    }
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = await _read_chunks(reader)
    else:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    url = urlsplit(target)
    return Request(method, url.path, dict(parse_qsl(url.query, keep_blank_values=True)), headers, body)


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    parts = []
    while size := int((await reader.readline()).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readline()
    return b"".join(parts)


async def _write(writer: asyncio.StreamWriter, answer: Answer) -> bool:
    """Send an answer; returns whether the connection can take another request."""
    data = answer.to_bytes()
    data = data[: int(len(data) * answer.keep)]
    pieces = 10 if answer.seconds else 1
    length = -(-len(data) // pieces) or 1
    for start in range(0, len(data), length):
        writer.write(data[start : start + length])
        await writer.drain()
        await asyncio.sleep(answer.seconds / pieces)
    if answer.keep < 1:
        writer.transport.abort()
        return False
    if answer.unasked:
        await asyncio.sleep(answer.unasked_after)
        writer.write(answer.unasked)
        try:
            await writer.drain()
        finally:
            answer.unasked_sent()
    return not answer.close
