"""One bulk run as its caller holds it: iterate it for outcomes, or await it for the report."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator, Generator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from .api import BulkApi
from .audit import AuditReport, audit
from .clock import Clock, LoopClock
from .ending import finished
from .engine import Engine
from .errors import BulkError, LedgerDamaged, LedgerMismatch
from .inputs import Drafts
from .key_search import KeySearch
from .ledger import Ledger
from .opening import open_run
from .options import BulkOptions
from .outcome import BulkReport, Outcome
from .read_retrier import ReadRetrier
from .run_lock import RunLock

logger = logging.getLogger("daftra_async.bulk")


class BulkRun:
    """Async-iterable (one ``Outcome`` per draft) and awaitable (``BulkReport``).

    Cancelling it, or Ctrl-C, stops it cleanly: the ledger holds everything, and the same call resumes.
    """

    def __init__(
        self,
        api: BulkApi,
        drafts: Drafts | str,
        *,
        ledger: str | os.PathLike[str] | Ledger | None,
        options: BulkOptions,
        clock: Clock | None = None,
        lock: RunLock | None = None,
    ) -> None:
        self._api = api
        self._drafts = drafts
        self._given = ledger
        self._ledger: Ledger | None = ledger if isinstance(ledger, Ledger) else None
        self._options = options
        self._clock = clock or LoopClock()
        self._lock = lock or RunLock()
        self._started = False
        self._report: BulkReport | None = None

    def __await__(self) -> Generator[Any, None, BulkReport]:
        return self._finish().__await__()

    def __aiter__(self) -> AsyncGenerator[Outcome, None]:
        return self._iterate()

    async def _finish(self) -> BulkReport:
        if self._report is None:
            async with self._running(consumed=False) as engine:
                await engine.finish()
                self._report = await engine.report()
        return self._report

    async def _iterate(self) -> AsyncGenerator[Outcome, None]:
        async with self._running(consumed=True) as engine:
            async for outcome in engine.outcomes():
                yield outcome
            self._report = await engine.report()

    @asynccontextmanager
    async def _running(self, *, consumed: bool) -> AsyncIterator[Engine]:
        """The engine over the ledger, set going; both are stopped and let go of, however this ends."""
        if self._started:
            raise BulkError("this run was started already: make the same call again to resume it")
        self._started = True
        try:
            ledger = await self._opened()
            with ledger.held():
                lock, options = self._lock, self._options
                opening = partial(open_run, self._api, ledger, options, lock, now=self._clock.wall())
                try:
                    suspect = opening() if ledger.in_memory else await finished(asyncio.to_thread(opening))
                    engine = Engine(self._api, self._drafts, ledger, options, self._clock, lock=lock, suspect=suspect)
                    try:
                        engine.start(consumed=consumed)
                        yield engine
                    except BaseException as error:
                        self._explain(error)
                        raise
                    finally:
                        await engine.shutdown()
                        lock.ended = engine.ended_well
                finally:
                    lock.release()
        finally:
            if self._ledger is not None and self._ledger is not self._given and not self._ledger.in_memory:
                # Closing merges the log into the file, which can take a while.
                await finished(asyncio.to_thread(self._ledger.close))

    async def _opened(self) -> Ledger:
        path = self._given
        if isinstance(path, Ledger):
            return path
        if path is None:
            self._ledger = Ledger(None)
            return self._ledger

        def opened() -> Ledger:
            self._ledger = Ledger(path)
            return self._ledger

        return await finished(asyncio.to_thread(opened))

    def _explain(self, error: BaseException) -> None:
        """Tell, beside the error, how to go on, unless it says so itself."""
        if self._ledger is None or isinstance(error, (GeneratorExit, LedgerMismatch, LedgerDamaged)):
            return
        if self._options.single:
            error.add_note("make the same call again to find out whether the record was made")
            return
        if self._ledger.path is None:
            advice = "this run kept no ledger file, so it cannot be resumed: pass ledger= to be able to"
        else:
            advice = f"make the same call with ledger={str(self._ledger.path)!r} again to resume"
        logger.warning("bulk run of %s stopped: %s", self._api.resource, advice)
        error.add_note(f"bulk run stopped: {advice}")

    @property
    def ledger(self) -> Ledger | None:
        """The run's ledger, once it was started."""
        return self._ledger

    async def audit(self) -> AuditReport:
        """Read back everything that the run created and compare it with the ledger.

        Takes about one request per thousand records made since the run began. Raises ``DaftraError`` if the list cannot
        be read.
        """
        if self._ledger is None:
            raise BulkError("there is nothing to audit yet: iterate or await the run first")
        options, ledger = self._options, self._ledger
        retrier = ReadRetrier(self._clock, options.outage_timeout)
        search = KeySearch(self._api, options.key_field, ledger.run, retrier=retrier, concurrency=options.concurrency)
        return await audit(ledger, search, options.key_field, clock=self._clock, pause=options.poll_interval)
