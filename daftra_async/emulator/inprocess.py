"""The emulator without a socket: an httpx transport whose broken connections look like real ones."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from .app import Application
    from .connection import How


class _Line:
    """One request's way: messages out, and whether a fault has cut it."""

    def __init__(self) -> None:
        self.messages: asyncio.Queue[MutableMapping[str, Any] | None] = asyncio.Queue()
        self.client_left = asyncio.Event()

    async def cut(self, how: How) -> None:
        await self.messages.put(None)

    async def send(self, message: MutableMapping[str, Any]) -> None:
        await self.messages.put(message)


class InProcessTransport(httpx.AsyncBaseTransport):
    """Runs requests through the application. A client that gives up does not stop the work, as on the real server."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._running: set[asyncio.Task[None]] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Reply one request; raises ``httpx.RemoteProtocolError`` where a fault breaks the connection."""
        body = await request.aread()
        line = _Line()
        task = asyncio.create_task(self._app(_scope(request, line), _receiver(body, line), line.send))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            start = await line.messages.get()
        except asyncio.CancelledError:
            line.client_left.set()
            raise
        if start is None:
            raise httpx.RemoteProtocolError("the connection was cut before an answer", request=request)
        return httpx.Response(start["status"], headers=start["headers"], stream=_Body(line, request), request=request)

    async def aclose(self) -> None:
        """Wait for the work that was still going on."""
        await asyncio.gather(*self._running, return_exceptions=True)


class _Body(httpx.AsyncByteStream):
    def __init__(self, line: _Line, request: httpx.Request) -> None:
        self._line = line
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        more = True
        while more:
            message = await self._line.messages.get()
            if message is None:
                raise httpx.RemoteProtocolError(
                    "the connection was cut in the middle of an answer", request=self._request
                )
            yield message.get("body", b"")
            more = message.get("more_body", False)

    async def aclose(self) -> None:
        self._line.client_left.set()


def _scope(request: httpx.Request, line: _Line) -> MutableMapping[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": request.url.raw_path.split(b"?")[0],
        "query_string": request.url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (request.url.host, request.url.port or 80),
        "client": ("in-process", 0),
        "daftra.connection": line,
    }


def _receiver(body: bytes, line: _Line) -> Any:
    delivered = False

    async def receive() -> MutableMapping[str, Any]:
        nonlocal delivered
        if not delivered:
            delivered = True
            return {"type": "http.request", "body": body, "more_body": False}
        await line.client_left.wait()
        return {"type": "http.disconnect"}

    return receive
