"""One bulk run as its caller holds it: iterate it for outcomes, or await it for the report."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import asynccontextmanager
from typing import Any, Literal

from .api import BulkApi
from .audit import AuditReport, audit
from .clock import Clock, LoopClock
from .ending import finished
from .engine import Engine
from .errors import BulkError, LedgerDamaged, LedgerMismatch
from .inputs import Drafts
from .keys import KeyField
from .ledger import Ledger
from .options import BulkOptions, Progress, default_settle
from .outcome import BulkReport, Outcome

logger = logging.getLogger("daftra_async.bulk")


def submit(
    api: BulkApi,
    drafts: Drafts | str,
    *,
    chunk_size: int = 50,
    concurrency: int = 4,
    ledger: str | os.PathLike[str] | Ledger | None = None,
    key: KeyField = "po_number",
    settle: float | None = None,
    poll_interval: float = 5.0,
    max_attempts: int = 5,
    outage_timeout: float | None = 3600.0,
    require_readable: bool = True,
    order: Literal["input", "completed"] = "input",
    progress: Callable[[Progress], object] | None = None,
    clock: Clock | None = None,
) -> BulkRun:
    """A run that creates one record per draft, never two; nothing is read or sent before it is iterated or awaited.

    ``drafts``: an iterable or async iterable of draft models or dicts in the documented shape, read lazily, or a
    ``pathlib.Path`` to a JSONL file. The same call with the same ``ledger`` and input resumes where the last one ended.

    ``chunk_size``: drafts per request at most; it shrinks where the server cannot cope. ``concurrency``: creating
    requests in flight; reading back uses as many again at most. ``ledger``: the path of the ledger, an open
    ``Ledger``, or None for one that is lost with the process. ``key``: the field that carries each draft's key.

    ``settle``: seconds between a request whose answer was lost and its first read-back. It must exceed the longest time
    that the server may go on working on a request after the client gave up, or a draft may be called absent and sent
    again while the server is still creating it. The default is twice the client's timeout and 30 seconds: the request
    may have arrived as late as the client was willing to wait, and may be worked on as long again.
    ``poll_interval``: seconds between two readings of a request that was answered; more than new records take to show
    up in lists.
    ``max_attempts``: how often a draft is sent at most, each time after the one before was proved absent; then it stays
    unconfirmed. ``outage_timeout``: seconds that an outage, or one 429 after another, may last; None for ever.

    ``require_readable``: stop when a created record cannot be found by its key, instead of going on without a way to
    resolve doubts. ``order``: outcomes in input order, or as they are ``"completed"``. ``progress``: called with a
    ``Progress`` after each change.

    Raises, when iterated or awaited: ``LedgerBusy``, ``LedgerMismatch``, ``LedgerDamaged``, ``LedgerError``,
    ``KeyUnreadable``, and ``BulkError`` when the server refuses the run altogether or stays out of reach.
    """
    options = BulkOptions(
        chunk_size=chunk_size,
        concurrency=concurrency,
        key_field=key,
        settle=default_settle(api.timeout) if settle is None else settle,
        poll_interval=poll_interval,
        max_attempts=max_attempts,
        outage_timeout=outage_timeout,
        require_readable=require_readable,
        order=order,
        progress=progress,
    )
    return BulkRun(api, drafts, ledger=ledger, options=options, clock=clock or LoopClock())


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
        clock: Clock,
    ) -> None:
        self._api = api
        self._drafts = drafts
        self._given = ledger
        self._ledger: Ledger | None = ledger if isinstance(ledger, Ledger) else None
        self._options = options
        self._clock = clock
        self._started = False
        self._report: BulkReport | None = None

    def __await__(self) -> Generator[Any, None, BulkReport]:
        return self._finish().__await__()

    def __aiter__(self) -> AsyncIterator[Outcome]:
        return self._iterate()

    async def _finish(self) -> BulkReport:
        if self._report is None:
            async with self._running(consumed=False) as engine:
                await engine.finish()
                self._report = await engine.report()
        return self._report

    async def _iterate(self) -> AsyncIterator[Outcome]:
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
                engine = Engine(self._api, self._drafts, ledger, self._options, self._clock)
                try:
                    await engine.start(consumed=consumed)
                    yield engine
                except BaseException as error:
                    self._explain(error)
                    raise
                finally:
                    await engine.shutdown()
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
        options = self._options
        return await audit(
            self._api,
            self._ledger,
            options.key_field,
            clock=self._clock,
            pause=options.poll_interval,
            outage_timeout=options.outage_timeout,
        )
