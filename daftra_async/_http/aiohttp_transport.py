"""The httpx transport over aiohttp: the default engine's lower half. Imported at the first call, not before."""

from __future__ import annotations

import asyncio
import functools
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextvars import ContextVar
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from aiohttp.abc import AbstractStreamWriter
from yarl import URL

from .base_url import is_loopback

Trace = Callable[[str, dict[str, Any]], Awaitable[None]]

_trace: ContextVar[Trace | None] = ContextVar("daftra_async_trace", default=None)

KEEP_ALIVE = 15.0
"""Seconds an idle connection is kept, well below the 60 s after which the load balancer before the API drops it."""

CHUNK = 64 * 1024


class AiohttpTransport(httpx.AsyncBaseTransport):
    """One aiohttp session behind httpx's transport interface.

    It speaks httpcore's ``trace`` extension: ``http11.send_request_headers.started`` comes right before the first byte
    of a request may be written, and only then. No cookies, no redirects, no decompression, no second try of its own.
    """

    def __init__(self, *, tls: ssl.SSLContext | None = None, proxy: str | None = None) -> None:
        self._tls = tls
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    def _open_session(self) -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            limit=0, ssl=True if self._tls is None else self._tls, keepalive_timeout=KEEP_ALIVE
        )
        return aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            request_class=_WatchedRequest,
            auto_decompress=False,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            requote_redirect_url=False,
            timeout=aiohttp.ClientTimeout(total=None),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._session is None:
            self._session = self._open_session()
        limits = request.extensions.get("timeout", {})
        body = _Body(request.content, limits.get("write")) if request.content else None
        token = _trace.set(request.extensions.get("trace"))
        try:
            answer = await self._session.request(
                request.method,
                URL(str(request.url), encoded=True),
                headers=[
                    (name.decode("ascii"), value.decode("latin-1"))
                    for name, value in request.headers.raw
                    if name.lower() not in _FRAMING
                ],
                data=body,
                allow_redirects=False,
                proxy=self._proxy,
                timeout=aiohttp.ClientTimeout(total=None, connect=limits.get("connect"), sock_read=limits.get("read")),
            )
        except Exception as error:
            raise _translated(error, request, body) from error
        finally:
            _trace.reset(token)
        return httpx.Response(answer.status, headers=list(answer.raw_headers), stream=_Stream(answer), request=request)

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None


class _WatchedRequest(aiohttp.ClientRequest):
    """Tells the trace when writing begins, and refuses aiohttp's own silent second try on a stale connection."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        # The session builds one of these per try, before it looks for a connection.
        if _trace.get() is _sent:
            raise aiohttp.ServerConnectionError("the server closed the connection before it answered")
        super().__init__(*arguments, **named)

    async def send(self, conn: aiohttp.connector.Connection) -> aiohttp.ClientResponse:
        if (trace := _trace.get()) is not None:
            await trace("http11.send_request_headers.started", {})
        _trace.set(_sent)
        return await super().send(conn)


async def _sent(name: str, info: dict[str, Any]) -> None:
    """Stands in the context for a request that was sent already."""


class _Body(aiohttp.Payload):
    """A request body written piece by piece, with a limit on the time that may take."""

    _value: bytes

    def __init__(self, content: bytes, limit: float | None) -> None:
        super().__init__(content, content_type="application/octet-stream")
        self._size = len(content)
        self._limit = limit
        self.timed_out = False

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return self._value.decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        try:
            async with asyncio.timeout(self._limit):
                for start in range(0, len(self._value), CHUNK):
                    await writer.write(self._value[start : start + CHUNK])
        except TimeoutError:
            self.timed_out = True
            raise

    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:
        await self.write(writer)


class _Stream(httpx.AsyncByteStream):
    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._answer.content.iter_chunked(CHUNK):
                yield chunk
        except Exception as error:
            raise _translated(error, None, None) from error

    async def aclose(self) -> None:
        self._answer.close()


@functools.cache
def verified_tls() -> ssl.SSLContext:
    """The one TLS context of the process, which verifies: building it takes 15 ms and more."""
    return httpx.create_ssl_context()


def proxy_for(base_url: str) -> str | None:
    """The proxy that the environment names for this host, as httpx would find it; never one for loopback."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    if is_loopback(host) or proxy_bypass(host):
        return None
    proxies = getproxies()
    return proxies.get(parts.scheme) or proxies.get("all")


_FRAMING = frozenset({b"content-length", b"transfer-encoding", b"connection"})


def _translated(error: Exception, request: httpx.Request | None, body: _Body | None) -> httpx.TransportError:
    kind: type[httpx.TransportError]
    if body is not None and body.timed_out:
        kind = httpx.WriteTimeout
    elif isinstance(error, aiohttp.SocketTimeoutError):
        kind = httpx.ReadTimeout
    elif isinstance(error, TimeoutError):
        kind = httpx.ConnectTimeout
    elif isinstance(error, aiohttp.ClientConnectorError):
        kind = httpx.ConnectError
    elif isinstance(error, (aiohttp.ClientResponseError, aiohttp.ClientPayloadError)):
        kind = httpx.RemoteProtocolError
    else:
        kind = httpx.ReadError
    return kind(f"{type(error).__name__}: {error}", request=request)
