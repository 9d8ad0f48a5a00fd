"""An ASGI application that takes deliveries: it answers at once and leaves the work to a queue."""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
import re
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import attrs

from .._http.redaction import Secret
from ..errors import ConfigurationError
from .delivery import SITE_HEADER, Delivery, Event, InvalidDelivery, as_event, parse
from .delivery_queue import DeliveryQueue, Limits, QueuedDelivery

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Handler = Callable[[Delivery], Awaitable[None]]
Headers = tuple[tuple[str, str], ...]

logger = logging.getLogger("daftra_async.webhooks")

_SECRET = re.compile(r"[A-Za-z0-9_-]{16,}")
_ASK_AGAIN: Headers = (("retry-after", "30"),)
_PAUSE_AFTER_DISK_ERROR = 5.0


@attrs.define(kw_only=True)
class Counts:
    """What has arrived so far. ``failed`` counts attempts; ``given_up`` the deliveries that had all of theirs."""

    accepted: int = 0
    repeated: int = 0
    refused: int = 0
    overflowed: int = 0
    handled: int = 0
    failed: int = 0
    given_up: int = 0


class Receiver:
    """Receives deliveries at ``/{secret}/{event}``, or at ``/{secret}`` where the event is to be inferred.

    An ASGI application: serve it alone, or mount it in Starlette or FastAPI. It answers 204 as soon as the delivery is
    in the queue and hands the deliveries, in order, to ``handler``; without one, iterate over the receiver. Mounted
    applications get no lifespan events, so enter the receiver (``async with receiver``) in your own lifespan: until it
    is entered, and once it is left, it answers 503, for nobody would look at what it took.

    A delivery is done when the handler returns. When the handler raises, that is logged and counted and the delivery is
    tried again, later and later; others go on meanwhile. So a handler may get a delivery more than once: let it do
    nothing the second time, and let it return normally to be rid of a delivery. One that is iterated over is done when
    it is given out.

    Args:
        secret: the part of the address that only you and the account's settings know: 16 or more letters, digits,
            ``-`` and ``_``. The server signs nothing, so this is all that keeps strangers out; it is compared in
            constant time. Keep it out of access logs.
        handler: called with one delivery after the other.
        queue: a SQLite file that keeps what is not done, also when the process is killed: a delivery is in it before
            the answer leaves, and what is in it at the start is handed over first, also what an earlier run gave up. It
            is readable by its owner only, used by one process at a time, and needs a ``handler``. Without it the
            deliveries wait in memory and end with the process.
        queue_size: deliveries that may wait; beyond that the answer is 503 with ``Retry-After``: none is lost silently.
        queue_bytes: the same for the bytes of their bodies.
        window: seconds within which the same delivery (tenant, address, body) is dropped as a repeat of one that is
            done. A repeat of one that waits or is in hand never makes a second delivery.
        most_bytes: largest body.
        body_timeout: seconds within which a body must have arrived; 408 otherwise.
        max_attempts: how often a handler that fails gets the same delivery, until the server repeats it.
        retry_delay: seconds until the second attempt at most; doubled for each further one, up to five minutes.
        site_ids: tenants to take deliveries of; ``None`` takes any.
        workers: handlers running at once; with more than one the order is lost.
        clock: seconds since any fixed moment; the wall's, for a ``queue`` that outlives the process.

    Raises ``ConfigurationError`` for a secret that could be guessed, for a number out of range, and, when it is
    entered, for a ``queue`` that cannot be used.
    """

    def __init__(
        self,
        secret: str,
        handler: Handler | None = None,
        *,
        queue: str | os.PathLike[str] | None = None,
        queue_size: int = 1000,
        queue_bytes: int = 64 << 20,
        window: float = 600.0,
        most_bytes: int = 1 << 20,
        body_timeout: float = 10.0,
        max_attempts: int = 12,
        retry_delay: float = 1.0,
        site_ids: Iterable[int] | None = None,
        workers: int = 1,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not isinstance(secret, str) or not _SECRET.fullmatch(secret):
            raise ConfigurationError(
                "the secret needs 16 or more letters, digits, '-' and '_': take secrets.token_urlsafe(32)"
            )
        if queue is not None and handler is None:
            raise ConfigurationError("queue= needs a handler: only its return tells that a delivery is done")
        _check_counts(
            queue_size=queue_size,
            queue_bytes=queue_bytes,
            most_bytes=most_bytes,
            max_attempts=max_attempts,
            workers=workers,
        )
        _check_seconds(window=window, body_timeout=body_timeout, retry_delay=retry_delay)
        self.counts = Counts()
        self._secret = Secret(secret)
        self._handler = handler
        self._path = None if queue is None else Path(queue)
        self._limits = Limits(
            size=queue_size, bytes=queue_bytes, window=window, max_attempts=max_attempts, retry_delay=retry_delay
        )
        self._most_bytes = most_bytes
        self._body_timeout = body_timeout
        self._site_ids = None if site_ids is None else _site_numbers(site_ids)
        self._workers = workers
        self._clock = clock
        self._queue: DeliveryQueue | None = None
        self._taking = False
        self._tasks: list[asyncio.Task[None]] = []

    def __repr__(self) -> str:
        return f"Receiver({0 if self._queue is None else self._queue.waiting} waiting, {self.counts})"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            status, headers = await self._take(scope, receive)
            raw = [(name.encode(), value.encode()) for name, value in (("content-length", "0"), *headers)]
            await send({"type": "http.response.start", "status": status, "headers": raw})
            await send({"type": "http.response.body", "body": b""})

    async def __aenter__(self) -> Self:
        if self._queue is not None:
            raise ConfigurationError("this receiver is entered already: enter it once, where the application starts")
        queue = self._queue = await asyncio.to_thread(DeliveryQueue, self._path, self._limits, self._clock)
        if self._handler is not None:
            self._tasks = [asyncio.create_task(self._work(queue, self._handler)) for _ in range(self._workers)]
        self._taking = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hand over what waits in memory, or what is in hand where a file keeps the rest; an error stops at once."""
        queue, self._taking = self._queue, False
        if queue is None:
            return
        queue.stop()
        if error is not None:
            for task in self._tasks:
                task.cancel()
        try:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        finally:
            self._tasks, self._queue = [], None
            left = queue.close()
            if left and not queue.durable:
                logger.warning("%d deliveries were answered and are lost now: queue= keeps them in a file", left)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Delivery:
        """The next delivery, for a receiver without a handler; the iteration ends when the receiver is left."""
        if self._handler is not None:
            raise ConfigurationError("this receiver hands its deliveries to a handler: make one without to iterate")
        if self._queue is None:
            raise ConfigurationError("enter the receiver before you iterate over it: async with receiver: …")
        queue = self._queue
        found = await queue.take()
        if found is None:
            raise StopAsyncIteration
        queue.done(found)
        self.counts.handled += 1
        return _delivery(found)

    async def _take(self, scope: Scope, receive: Receive) -> tuple[int, Headers]:
        """The answer to one request, once its delivery is in the queue or refused."""
        try:
            event = self._event(scope)
            if scope["method"] != "POST":
                raise _Refused(405, (("allow", "POST"),))
            if self._queue is None or not self._taking:
                logger.error("refused a delivery: the receiver is not entered (async with receiver, in your lifespan)")
                raise _Refused(503, _ASK_AGAIN)
            headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
            body = await self._body(dict(headers), receive)
            delivery = self._parsed(headers, body, event)
        except _Refused as refusal:
            self.counts.refused += 1
            return refusal.status, refusal.headers
        return await self._enqueue(self._queue, event, body, delivery)

    def _event(self, scope: Scope) -> Event | None:
        # Some frameworks leave the mount's prefix in the path, others take it off.
        path = str(scope["path"]).removeprefix(str(scope.get("root_path") or ""))
        given, _, name = path.strip("/").partition("/")
        # Compared as a whole and in constant time: a stranger learns nothing from how long the 404 takes.
        if not hmac.compare_digest(given.encode(errors="replace"), self._secret.reveal().encode()):
            raise _Refused(404)
        if not name:
            return None
        try:
            return as_event(name)
        except ConfigurationError:
            raise _Refused(404) from None

    async def _body(self, headers: dict[str, str], receive: Receive) -> bytes:
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > self._most_bytes:
            raise _Refused(413)
        try:
            async with asyncio.timeout(self._body_timeout):
                return await self._received(receive)
        except TimeoutError:
            logger.warning("refused a delivery: its body was not there after %g s", self._body_timeout)
            raise _Refused(408, (("connection", "close"),)) from None

    async def _received(self, receive: Receive) -> bytes:
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

    async def _enqueue(
        self, queue: DeliveryQueue, event: Event | None, body: bytes, delivery: Delivery
    ) -> tuple[int, Headers]:
        arrived = QueuedDelivery(
            fingerprint=_fingerprint(delivery.site_id, event, body),
            site_id=delivery.site_id,
            event=event,
            body=body,
        )
        try:
            receipt = await queue.put(arrived)
        except (sqlite3.Error, RuntimeError):
            # The disk is full, or the receiver was left in this very moment: the delivery is nowhere.
            logger.exception("a delivery could not be kept: asked the server to try again")
            return 503, _ASK_AGAIN
        if receipt == "accepted":
            self.counts.accepted += 1
        elif receipt == "repeated":
            self.counts.repeated += 1
        else:
            self.counts.overflowed += 1
            logger.warning("the queue is full (%d deliveries): asked the server to try again", queue.waiting)
            return 503, _ASK_AGAIN
        return 204, ()

    async def _work(self, queue: DeliveryQueue, handler: Handler) -> None:
        while True:
            try:
                found = await queue.take()
                if found is None:
                    return
                await self._hand_over(queue, handler, found)
            except sqlite3.Error:
                logger.exception("the queue cannot be read or written")
                if not self._taking:
                    return
                await asyncio.sleep(_PAUSE_AFTER_DISK_ERROR)

    async def _hand_over(self, queue: DeliveryQueue, handler: Handler, found: QueuedDelivery) -> None:
        try:
            await handler(_delivery(found))
        except (Exception, asyncio.CancelledError) as error:
            # A handler may raise the cancellation of something of its own; this task is not meant then.
            task = asyncio.current_task()
            if isinstance(error, asyncio.CancelledError) and task is not None and task.cancelling():
                raise
            self.counts.failed += 1
            delay = await queue.failed(found)
            again = "given up" if delay is None else f"again in {delay:.1f} s"
            self.counts.given_up += delay is None
            logger.exception("the handler failed on %s of tenant %s: %s", found.event, found.site_id, again)
            return
        self.counts.handled += 1
        await queue.done(found)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        try:
            await self.__aenter__()
        except ConfigurationError as error:
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            return
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.__aexit__(None, None, None)
        await send({"type": "lifespan.shutdown.complete"})


class _Refused(Exception):
    """A request that is no delivery for us, with the status to answer."""

    def __init__(self, status: int, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers


def _fingerprint(site_id: int | None, event: Event | None, body: bytes) -> bytes:
    return blake2b(f"{site_id} {event}\n".encode() + body, digest_size=16).digest()


def _delivery(found: QueuedDelivery) -> Delivery:
    headers = {} if found.site_id is None else {SITE_HEADER: str(found.site_id)}
    return parse(headers, found.body, event=found.event)


def _check_counts(**counts: int) -> None:
    for name, value in counts.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ConfigurationError(f"{name}={value!r}: give a whole number of at least 1")


def _check_seconds(**seconds: float) -> None:
    for name, value in seconds.items():
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < float("inf"):
            raise ConfigurationError(f"{name}={value!r}: give seconds, not below 0")


def _site_numbers(site_ids: Iterable[int]) -> frozenset[int]:
    try:
        found = frozenset(site_ids)
    except TypeError:
        raise ConfigurationError(f"site_ids={site_ids!r}: give a set of numbers") from None
    if not all(isinstance(each, int) and not isinstance(each, bool) for each in found):
        raise ConfigurationError("site_ids: give the tenants by their numbers")
    return found
