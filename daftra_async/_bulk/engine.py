"""The scheduler of a bulk run: sets reading, sending and reconciling going, and hands out what they find.

Intent is durable in the ledger before the first byte of a request leaves; a result is durable before it is told. The
only state that matters is the ledger's: whatever is in memory here can be lost at any point.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

from .api import BulkApi
from .chunks import Chunks
from .circuit_breaker import CircuitBreaker
from .clock import Clock
from .ending import finished
from .entry import outcome_of
from .errors import LedgerError
from .existing import Existing
from .inputs import Drafts
from .key_search import KeySearch
from .ledger import Ledger
from .ledger_writer import LedgerWriter
from .options import BulkOptions, BulkProgress
from .outcome import BulkReport, Outcome
from .producer import Producer
from .read_retrier import ReadRetrier
from .reconciler import Reconciler
from .run_lock import RunLock
from .run_state import RunState
from .sender import Sender
from .sizing import Sizing

_ROWS = 500


class Engine:
    """One run over one ledger. Its outcomes may be taken once; ``shutdown`` must be awaited at the end.

    ``suspect`` says why an earlier process may have sent what the ledger does not know; None where none can have.
    """

    def __init__(
        self,
        api: BulkApi,
        drafts: Drafts | str,
        ledger: Ledger,
        options: BulkOptions,
        clock: Clock,
        *,
        lock: RunLock,
        suspect: str | None,
    ) -> None:
        self._drafts = drafts
        self._options = options
        self._writer = LedgerWriter(ledger)
        self._state = RunState(ledger, self._writer)
        self._chunks = Chunks(options.concurrency)
        self._sizing = Sizing(options.chunk_size if api.batch else 1)
        self._breaker = CircuitBreaker(clock, outage_timeout=options.outage_timeout)
        retrier = ReadRetrier(clock, options.outage_timeout)
        search = KeySearch(api, options.key_field, ledger.run, retrier=retrier, concurrency=options.concurrency)
        existing = Existing(search=search, state=self._state, options=options, clock=clock, suspect=suspect)
        self._reconciler = Reconciler(
            state=self._state,
            chunks=self._chunks,
            search=search,
            options=options,
            clock=clock,
            retrier=retrier,
            spawn=self._spawn,
        )
        self._sender = Sender(
            api=api,
            state=self._state,
            chunks=self._chunks,
            reconciler=self._reconciler,
            sizing=self._sizing,
            breaker=self._breaker,
            lock=lock,
            spawn=self._spawn,
        )
        self._producer = Producer(
            api=api,
            state=self._state,
            chunks=self._chunks,
            reconciler=self._reconciler,
            sizing=self._sizing,
            existing=existing,
            search=search,
            options=options,
        )
        self._tasks: set[asyncio.Task[None]] = set()
        self._failure: BaseException | None = None
        self._told: BulkProgress | None = None

    @property
    def ended_well(self) -> bool:
        """Whether every draft of the input has an outcome that no later run opens again."""
        return self._state.finished and not self._state.counts["unconfirmed"]

    def start(self, *, consumed: bool) -> None:
        """Set everything going. ``consumed`` tells whether somebody takes the outcomes."""
        if consumed and self._options.order == "completed":
            self._state.queue = asyncio.Queue(self._producer.window)
        elif consumed:
            self._producer.consumed = 0
        self._spawn(self._producer.feed(self._drafts))
        for _ in range(self._options.concurrency):
            self._spawn(self._sender.work())

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None and self._failure is None:
            self._failure = error
        self._state.changed.notify()

    async def shutdown(self) -> None:
        """Stop everything.

        What never left is recorded as such, so that a later run need not look for it. If the run stops by itself, the
        answers on their way are waited for; if its caller stops it, they stay in doubt.
        """
        try:
            if isinstance(self._failure, Exception) and not isinstance(self._failure, LedgerError):
                await self._sender.stop()
        finally:
            await finished(self._end())

    async def _end(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        try:
            unsent = [*self._chunks.drain(), *self._producer.unsent()]
            if unsent and not isinstance(self._failure, LedgerError):
                await self._state.forget_intent(unsent)
        finally:
            await self._writer.aclose()

    async def finish(self) -> None:
        """Wait for the end. Raises what stopped the run, if something did."""
        while True:
            seen = self._state.changed.count
            if self._state.finished:
                break
            await self._news(seen)
        self._tell_progress()

    async def report(self) -> BulkReport:
        """The report on what the ledger holds now."""
        return await self._writer.read(self._state.report)

    async def outcomes(self) -> AsyncIterator[Outcome]:
        """Every outcome once, in the order that the options ask for. Raises what stopped the run, if something did."""
        queue = self._state.queue
        place = 0
        while True:
            seen = self._state.changed.count
            finished = self._state.finished
            if queue is not None:
                while not queue.empty():
                    yield queue.get_nowait()
            else:
                async for outcome in self._rows(place, self._state.frontier()):
                    yield outcome
                    place = outcome.index + 1
            if finished:
                self._tell_progress()
                return
            await self._news(seen)

    async def _rows(self, first: int, last: int) -> AsyncIterator[Outcome]:
        while first < last:
            for entry in await self._writer.read(self._state.ledger.entries, first, min(_ROWS, last - first)):
                first = self._producer.consumed = entry.position + 1
                yield outcome_of(entry, self._state.ledger.run)
            self._state.changed.notify()

    async def _news(self, seen: int) -> None:
        if self._failure is None:
            await self._state.changed.beyond(seen)
        if self._failure is not None:
            raise self._failure
        self._tell_progress()

    def _tell_progress(self) -> None:
        if self._options.progress is None:
            return
        counts = self._state.counts
        now = BulkProgress(
            read=self._state.read,
            created=counts["created"],
            rejected=counts["rejected"],
            unconfirmed=counts["unconfirmed"],
            doubtful=len(self._state.doubtful),
            chunk_size=self._sizing.current,
            paused=self._breaker.paused,
        )
        if now != self._told:
            self._told = now
            self._options.progress(now)
