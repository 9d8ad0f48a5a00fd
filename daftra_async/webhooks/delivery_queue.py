"""The deliveries that wait for their handler: in memory, or in a SQLite file that outlives the process.

One table either way. A delivery is written before it is answered, is in hand while its handler works, and is kept for
a while when it is done, so that the server's repeats are known. A file is read again at the next start: what was
waiting, in hand or given up is handed over once more.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from random import random
from typing import Literal, TypeVar

import attrs

from .._http.retry import RetryPolicy, backoff
from ..errors import ConfigurationError

T = TypeVar("T")
Receipt = Literal["accepted", "repeated", "full"]
"""What became of a delivery that arrived."""

State = Literal["waiting", "in hand", "done", "given up"]
_MOST_REMEMBERED = 100_000
_LONGEST_DELAY = 300.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, fingerprint BLOB NOT NULL UNIQUE, site_id INTEGER, event TEXT, body BLOB,
    state TEXT NOT NULL DEFAULT 'waiting', attempts INTEGER NOT NULL DEFAULT 0, repeated INTEGER NOT NULL DEFAULT 0,
    at REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS waiting ON delivery (id) WHERE state = 'waiting';
CREATE INDEX IF NOT EXISTS done ON delivery (at) WHERE state = 'done';
"""


@attrs.frozen(kw_only=True)
class QueuedDelivery:
    """A delivery as it arrived. ``attempts`` is how often its handler has failed; ``id`` its place in the queue."""

    fingerprint: bytes = attrs.field(repr=False)
    site_id: int | None
    event: str | None
    body: bytes = attrs.field(repr=False)
    attempts: int = 0
    id: int = 0


@attrs.frozen(kw_only=True)
class Limits:
    """``size`` deliveries of ``bytes`` together may wait; repeats are known for ``window`` seconds; a handler that
    fails gets a delivery ``max_attempts`` times, the second time after ``retry_delay`` seconds at most, then later and
    later."""

    size: int
    bytes: int
    window: float
    max_attempts: int
    retry_delay: float


class DeliveryQueue:
    """One queue. Its work runs in a thread of its own, one step after another, so the disk never holds up the loop."""

    def __init__(self, path: Path | None, limits: Limits, clock: Callable[[], float]) -> None:
        self.durable = path is not None
        self._limits = limits
        self._clock = clock
        self._closing = False
        self._woken = asyncio.Event()
        self._database = _open(path)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="daftra-webhooks")
        # Every delivery that is not done counts, whichever run it came in by.
        row: tuple[int, int] = self._database.execute(
            "SELECT count(*), coalesce(sum(length(body)), 0) FROM delivery WHERE state <> 'done'"
        ).fetchone()
        self.waiting, self._bytes = row

    async def put(self, delivery: QueuedDelivery) -> Receipt:
        """Take a delivery in; when this returns ``"accepted"`` it is as safe as the queue is."""
        receipt: Receipt = await self._run(lambda: self._put(delivery))
        self._woken.set()
        return receipt

    async def take(self) -> QueuedDelivery | None:
        """The oldest delivery that is due, now in hand: waits for one. ``None`` once the queue is closing.

        A queue in memory is emptied first; a file keeps what nobody has in hand.
        """
        while not (self._closing and self.durable):
            self._woken.clear()
            found, due = await self._claimed()
            if found is not None:
                # Another one may be due for whoever else waits.
                self._woken.set()
                return found
            if self._closing:
                break
            with suppress(TimeoutError):
                async with asyncio.timeout(None if due is None else max(0.0, due - self._clock())):
                    await self._woken.wait()
        return None

    def done(self, delivery: QueuedDelivery) -> asyncio.Future[None]:
        """The delivery is handled: done once this is called, whether or not it is awaited."""
        return self._run(lambda: self._done(delivery))

    async def failed(self, delivery: QueuedDelivery) -> float | None:
        """The handler failed: seconds until the next attempt, ``None`` where it is given up.

        If the server repeated the delivery meanwhile, the next attempt is due at once and begins a new count.
        """
        delay = await self._run(lambda: self._failed(delivery))
        self._woken.set()
        return delay

    def stop(self) -> None:
        """Let ``take`` come to an end."""
        self._closing = True
        self._woken.set()

    def close(self) -> int:
        """Close the file; returns how many deliveries were not done."""
        self._closing = True
        self._thread.shutdown()
        self._database.close()
        return self.waiting

    def _run(self, step: Callable[[], T]) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(self._thread, step)

    async def _claimed(self) -> tuple[QueuedDelivery | None, float | None]:
        claim = self._run(self._claim)
        try:
            return await asyncio.shield(claim)
        except asyncio.CancelledError:
            claim.add_done_callback(self._put_back)
            raise

    def _put_back(self, claim: asyncio.Future[tuple[QueuedDelivery | None, float | None]]) -> None:
        """Nobody waits for what was claimed any more."""
        found = None if claim.cancelled() or claim.exception() is not None else claim.result()[0]
        if found is not None and not self._closing:
            self._run(lambda: self._set(found, "waiting")).add_done_callback(lambda _: self._woken.set())

    def _put(self, delivery: QueuedDelivery) -> Receipt:
        now = self._clock()
        with self._transaction():
            self._forget(now)
            known = self._database.execute(
                "SELECT id, state FROM delivery WHERE fingerprint = ?", (delivery.fingerprint,)
            ).fetchone()
            if known is not None:
                return self._repeated(known[0], known[1], now)
            if self.waiting >= self._limits.size or self._bytes + len(delivery.body) > self._limits.bytes:
                return "full"
            self._database.execute(
                "INSERT INTO delivery (fingerprint, site_id, event, body, at) VALUES (?, ?, ?, ?, ?)",
                (delivery.fingerprint, delivery.site_id, delivery.event, delivery.body, now),
            )
        self.waiting += 1
        self._bytes += len(delivery.body)
        return "accepted"

    def _repeated(self, id: int, state: State, now: float) -> Receipt:
        if state == "in hand":
            # Its handler may fail yet: then the repeat is not to be lost with it.
            self._database.execute("UPDATE delivery SET repeated = 1 WHERE id = ?", (id,))
        elif state != "done":
            self._database.execute(
                "UPDATE delivery SET state = 'waiting', attempts = 0, at = ? WHERE id = ?", (now, id)
            )
        return "repeated"

    def _claim(self) -> tuple[QueuedDelivery | None, float | None]:
        row = self._database.execute(
            "SELECT id, fingerprint, site_id, event, body, attempts FROM delivery"
            " WHERE state = 'waiting' AND at <= ? ORDER BY id LIMIT 1",
            (self._clock(),),
        ).fetchone()
        if row is None:
            return None, self._database.execute("SELECT min(at) FROM delivery WHERE state = 'waiting'").fetchone()[0]
        found = QueuedDelivery(
            id=row[0], fingerprint=row[1], site_id=row[2], event=row[3], body=row[4], attempts=row[5]
        )
        self._set(found, "in hand")
        return found, None

    def _done(self, delivery: QueuedDelivery) -> None:
        with self._transaction():
            self._database.execute(
                "UPDATE delivery SET state = 'done', body = NULL, at = ? WHERE id = ?", (self._clock(), delivery.id)
            )
        self._release(delivery)

    def _failed(self, delivery: QueuedDelivery) -> float | None:
        attempts = delivery.attempts + 1
        with self._transaction():
            (repeated,) = self._database.execute(
                "SELECT repeated FROM delivery WHERE id = ?", (delivery.id,)
            ).fetchone()
            if not repeated and attempts >= self._limits.max_attempts:
                self._give_up(delivery)
                return None
            policy = RetryPolicy(base=self._limits.retry_delay, cap=_LONGEST_DELAY)
            delay = 0.0 if repeated else backoff(policy, attempts, random())  # noqa: S311  spreads load, hides nothing
            self._database.execute(
                "UPDATE delivery SET state = 'waiting', attempts = ?, repeated = 0, at = ? WHERE id = ?",
                (0 if repeated else attempts, self._clock() + delay, delivery.id),
            )
        return delay

    def _give_up(self, delivery: QueuedDelivery) -> None:
        if self.durable:
            self._set(delivery, "given up")
        else:
            self._database.execute("DELETE FROM delivery WHERE id = ?", (delivery.id,))
            self._release(delivery)

    def _set(self, delivery: QueuedDelivery, state: State) -> None:
        self._database.execute("UPDATE delivery SET state = ?, repeated = 0 WHERE id = ?", (state, delivery.id))

    def _release(self, delivery: QueuedDelivery) -> None:
        self.waiting -= 1
        self._bytes -= len(delivery.body)

    def _forget(self, now: float) -> None:
        """Drop what was done before the window; a clock that was set back does not lengthen it."""
        (newest,) = self._database.execute("SELECT coalesce(max(id), 0) FROM delivery").fetchone()
        self._database.execute(
            "DELETE FROM delivery WHERE state = 'done' AND (at <= ? OR at > ?)", (now - self._limits.window, now)
        )
        self._database.execute("DELETE FROM delivery WHERE state = 'done' AND id <= ?", (newest - _MOST_REMEMBERED,))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")


def _open(path: Path | None) -> sqlite3.Connection:
    """The database, held by this process alone until it is closed. Raises ``ConfigurationError``."""
    try:
        if path is not None:
            _make_private(path)
        database = sqlite3.connect(path or ":memory:", timeout=0, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise ConfigurationError(f"the queue {path} cannot be opened: {error}") from error
    try:
        # The exclusive mode keeps the file's lock until the connection or the process ends, kill -9 included.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.executescript(_SCHEMA)
        database.execute(
            "UPDATE delivery SET state = 'waiting', attempts = 0, repeated = 0, at = 0 WHERE state <> 'done'"
        )
    except sqlite3.Error as error:
        database.close()
        if "locked" in str(error):
            raise ConfigurationError(f"another process uses the queue {path}: give each a file of its own") from None
        raise ConfigurationError(f"{path} is no queue of deliveries: choose another file ({error})") from error
    return database


def _make_private(path: Path) -> None:
    """Make the file for its owner only, if there is none: deliveries hold what customers bought."""
    if path.is_symlink():
        raise ConfigurationError(f"the queue {path} is a link: give the file itself")
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    path.chmod(0o600)
