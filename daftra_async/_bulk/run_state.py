"""What is open and what is final: the one place through which a run records and tells what became of its drafts."""

from __future__ import annotations

import asyncio
import heapq
from collections import Counter
from collections.abc import Iterable, Sequence

from .entry import STATUS, Entry, Finding, Outcomes, State, outcome_of
from .keys import derive
from .ledger import Ledger
from .ledger_writer import LedgerWriter
from .outcome import BulkReport, Outcome, Status
from .prepare import PreparedDraft
from .signal import Signal


class RunState:
    """The ledger of one run, and in memory only the positions that are open.

    ``changed`` tells whenever something was entered or concluded. ``queue`` receives outcomes as they come, where
    somebody wants them in that order.
    """

    def __init__(self, ledger: Ledger, writer: LedgerWriter) -> None:
        self.ledger = ledger
        self.writer = writer
        self.read = 0
        self.doubtful: set[int] = set()
        self.changed = Signal()
        self.queue: asyncio.Queue[Outcome] | None = None
        self.counts: Counter[Status] = Counter()
        self._open: set[int] = set()
        self._oldest: list[int] = []

    @property
    def open(self) -> int:
        """How many drafts were read and have no outcome yet."""
        return len(self._open)

    def frontier(self) -> int:
        """The first position without an outcome."""
        while self._oldest and self._oldest[0] not in self._open:
            heapq.heappop(self._oldest)
        return self._oldest[0] if self._oldest else self.read

    def enter(self, positions: Iterable[int]) -> None:
        """Open positions: they have no outcome until they are concluded."""
        for position in positions:
            self._open.add(position)
            heapq.heappush(self._oldest, position)

    async def intend(self, entries: Sequence[Entry]) -> list[Entry]:
        """Make the intent to send durable; those refused instead are concluded at once."""
        recorded = await self.writer.write(self.ledger.intend, entries)
        await self._close([outcome_of(entry, self.ledger.id) for entry in recorded if entry.state is State.REFUSED])
        return recorded

    async def recall(self, entries: Sequence[Entry]) -> None:
        """Tell outcomes that an earlier run had concluded."""
        await self._close([outcome_of(entry, self.ledger.id) for entry in entries])

    async def conclude(self, items: Sequence[PreparedDraft], findings: Sequence[Finding]) -> set[int]:
        """Record final findings, all or none. Returns the record ids that belong to another draft; none if recorded."""
        if not findings:
            return set()
        taken = await self.writer.write(self.ledger.conclude, findings)
        if not taken:
            keys = {item.position: item.key for item in items}
            await self._close([self._outcome(finding, keys.get(finding.position)) for finding in findings])
        return taken

    def _outcome(self, finding: Finding, key: str | None) -> Outcome:
        return Outcome(
            index=finding.position,
            key=key or derive(self.ledger.id, finding.position),
            status=STATUS[finding.state],
            id=finding.record_id,
            number=finding.number,
            error=finding.reason,
        )

    async def _close(self, outcomes: Sequence[Outcome]) -> None:
        for outcome in outcomes:
            self._open.discard(outcome.index)
            self.doubtful.discard(outcome.index)
            self.counts[outcome.status] += 1
            if self.queue is not None:
                await self.queue.put(outcome)
                self.changed.notify()
        self.changed.notify()

    def report(self) -> BulkReport:
        """The report on what the ledger holds now."""
        totals: Counter[Status] = Counter()
        for state, count in self.ledger.counts().items():
            totals[STATUS[state]] += count
        return BulkReport(
            created=totals["created"],
            rejected=totals["rejected"],
            unconfirmed=totals["unconfirmed"],
            outcomes=Outcomes(self.ledger),
        )
