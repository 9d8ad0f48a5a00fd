"""An ASGI application that takes deliveries: it answers at once and leaves the work to a queue."""

from __future__ import annotations

import asyncio
import hmac
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from hashlib import blake2b
from types import TracebackType
from typing import Any, Self

import attrs

from .._http.redaction import Secret
from ..errors import ConfigurationError
from .delivery import SITE_HEADER, Delivery, Event, InvalidDelivery, as_event, parse

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Handler = Callable[[Delivery], Awaitable[None]]

logger = logging.getLogger("daftra_async.webhooks")

_SECRET = re.compile(r"[A-Za-z0-9_-]{16,}")
_MOST_REMEMBERED = 100_000


@attrs.define(kw_only=True)
class Counts:
    """What has arrived so far."""

    accepted: int = 0
    repeated: int = 0
    refused: int = 0
    overflowed: int = 0
    handled: int = 0
    failed: int = 0


class Receiver:
    """Receives deliveries at ``/{secret}/{event}``, or at ``/{secret}`` where the event is to be inferred.

    An ASGI application: serve it alone, or mount it in Starlette or FastAPI. It answers 204 as soon as the delivery is
    in the queue and hands the deliveries, in order, to ``handler``; without one, iterate over the receiver. Mounted
    applications get no lifespan events, so enter the receiver (``async with receiver``) in your own lifespan.

    Args:
        secret: the part of the address that only you and the account's settings know: 16 or more letters, digits,
            ``-`` and ``_``. The server signs nothing, so this is all that keeps strangers out; it is compared in
            constant time. Keep it out of access logs.
        handler: called with one delivery after the other. What it raises is logged and counted, and the delivery is
            taken again if the server repeats it.
        queue_size: deliveries that may wait; beyond that the answer is 503 with ``Retry-After``: none is lost silently.
        window: seconds within which the same delivery (tenant, address, body) is dropped as a repeat.
        most_bytes: largest body.
        site_ids: tenants to take deliveries of; ``None`` takes any.
        workers: handlers running at once; with more than one the order is lost.
        clock: seconds, for the window.

    Raises ``ConfigurationError`` for a secret that could be guessed and for a number below one.
    """

    def __init__(
        self,
        secret: str,
        handler: Handler | None = None,
        *,
        queue_size: int = 1000,
        window: float = 600.0,
        most_bytes: int = 1 << 20,
        site_ids: frozenset[int] | None = None,
        workers: int = 1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not isinstance(secret, str) or not _SECRET.fullmatch(secret):
            raise ConfigurationError(
                "the secret needs 16 or more letters, digits, '-' and '_': take secrets.token_urlsafe(32)"
            )
        for name, value in (("queue_size", queue_size), ("most_bytes", most_bytes), ("workers", workers)):
            if not isinstance(value, int) or value < 1:
                raise ConfigurationError(f"{name}={value!r}: give a whole number of at least 1")
        self.counts = Counts()
        self._secret = Secret(secret)
        self._handler = handler
        self._queue: asyncio.Queue[tuple[bytes, Delivery]] = asyncio.Queue(queue_size)
        self._window = window
        self._most_bytes = most_bytes
        self._site_ids = site_ids
        self._workers = workers
        self._clock = clock
        self._seen: OrderedDict[bytes, float] = OrderedDict()
        self._tasks: list[asyncio.Task[None]] = []

    def __repr__(self) -> str:
        return f"Receiver({self._queue.qsize()} waiting, {self.counts})"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            status, headers = await self._take(scope, receive)
            raw = [(name.encode(), value.encode()) for name, value in (("content-length", "0"), *headers)]
            await send({"type": "http.response.start", "status": status, "headers": raw})
            await send({"type": "http.response.body", "body": b""})

    async def __aenter__(self) -> Self:
        if self._handler is not None and not self._tasks:
            self._tasks = [asyncio.create_task(self._work(self._handler)) for _ in range(self._workers)]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hand over what is waiting, then stop; an error stops at once."""
        if self._tasks and error is None:
            await self._queue.join()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Delivery:
        """The next delivery, for a receiver without a handler."""
        if self._handler is not None:
            raise ConfigurationError("this receiver hands its deliveries to a handler: make one without to iterate")
        _, delivery = await self._queue.get()
        self._queue.task_done()
        self.counts.handled += 1
        return delivery

    async def _take(self, scope: Scope, receive: Receive) -> tuple[int, tuple[tuple[str, str], ...]]:
        """The answer to one request, once its delivery is in the queue or refused."""
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
        try:
            event = self._event(scope)
            if scope["method"] != "POST":
                raise _Refused(405, (("allow", "POST"),))
            body = await self._body(dict(headers), receive)
            delivery = self._parsed(headers, body, event)
        except _Refused as refusal:
            self.counts.refused += 1
            return refusal.status, refusal.headers
        return self._enqueue(_fingerprint(delivery.site_id, event, body), delivery)

    def _event(self, scope: Scope) -> Event | None:
        # Some frameworks leave the mount's prefix in the path, others take it off.
        path = str(scope["path"]).removeprefix(str(scope.get("root_path") or ""))
        given, _, name = path.strip("/").partition("/")
        # Compared as a whole and in constant time: a stranger learns nothing from how long the 404 takes.
        if not hmac.compare_digest(given.encode(), self._secret.reveal().encode()):
            raise _Refused(404)
        if not name:
            return None
        try:
            return as_event(name)
        except ConfigurationError:
            raise _Refused(404) from None

    async def _body(self, headers: dict[str, str], receive: Receive) -> bytes:
        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > self._most_bytes:
            raise _Refused(413)
        parts, size = [], 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _Refused(400)
            part = message.get("body", b"")
            size += len(part)
            if size > self._most_bytes:
                raise _Refused(413)
            parts.append(part)
            if not message.get("more_body", False):
                return b"".join(parts)

    def _parsed(self, headers: list[tuple[str, str]], body: bytes, event: Event | None) -> Delivery:
        try:
            delivery = parse(headers, body, event=event)
        except InvalidDelivery as error:
            logger.warning("refused a delivery: %s", error)
            raise _Refused(400) from None
        if self._site_ids is not None and delivery.site_id not in self._site_ids:
            logger.warning("refused a delivery of another tenant (%s %s)", SITE_HEADER, delivery.site_id)
            raise _Refused(403)
        return delivery

    def _enqueue(self, key: bytes, delivery: Delivery) -> tuple[int, tuple[tuple[str, str], ...]]:
        now = self._clock()
        self._forget(now)
        if key in self._seen:
            self.counts.repeated += 1
            return 204, ()
        try:
            self._queue.put_nowait((key, delivery))
        except asyncio.QueueFull:
            self.counts.overflowed += 1
            logger.warning("the queue of %d deliveries is full: asked the server to try again", self._queue.maxsize)
            return 503, (("retry-after", "30"),)
        self._seen[key] = now
        self.counts.accepted += 1
        return 204, ()

    def _forget(self, now: float) -> None:
        while self._seen:
            key, at = next(iter(self._seen.items()))
            if now - at < self._window and len(self._seen) < _MOST_REMEMBERED:
                return
            del self._seen[key]

    async def _work(self, handler: Handler) -> None:
        while True:
            key, delivery = await self._queue.get()
            try:
                await handler(delivery)
                self.counts.handled += 1
            except Exception:
                self.counts.failed += 1
                self._seen.pop(key, None)
                logger.exception("the handler failed on %s %s", delivery.event or delivery.entity, delivery.id)
            finally:
                self._queue.task_done()

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        async with self:
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})


class _Refused(Exception):
    """A request that is no delivery for us, with the status to answer."""

    def __init__(self, status: int, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers


def _fingerprint(site_id: int | None, event: Event | None, body: bytes) -> bytes:
    return blake2b(f"{site_id} {event}\n".encode() + body, digest_size=16).digest()
