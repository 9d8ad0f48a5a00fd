"""What is open and what is final: the one place through which a run records and tells what became of its drafts."""

from __future__ import annotations

import asyncio
import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from .entry import STATUS, Entry, Finding, Outcomes, State, outcome_of
from .ledger import Ledger
from .ledger_writer import LedgerWriter
from .outcome import BulkReport, Outcome, Status
from .prepare import PreparedDraft
from .signal import Signal

_FLOOR = "floor"
_AHEAD = "clock_ahead"


class RunState:
    """The ledger of one run, and in memory only the positions that are open.

    ``changed`` tells whenever something was entered or concluded. ``queue`` receives outcomes as they come, where
    somebody wants them in that order. ``sent`` tells that this process has sent something; ``crowded`` that no more of
    the input is read before something is concluded.
    """

    def __init__(self, ledger: Ledger, writer: LedgerWriter) -> None:
        self.ledger = ledger
        self.writer = writer
        self.read = 0
        self.input_ended = False
        self.sent = False
        self.crowded = False
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

    @property
    def finished(self) -> bool:
        """Whether every draft of the input has its outcome."""
        return self.input_ended and not self._open

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
        """Make the intent to send durable; those that are refused or adopted instead are concluded at once."""
        recorded = await self.writer.write(self.ledger.intend, entries)
        await self._close([self._told(entry) for entry in recorded if entry.state is not State.SENT])
        return recorded

    async def entries(self, items: Sequence[PreparedDraft]) -> list[tuple[Entry, PreparedDraft]]:
        """The rows of these drafts, as the ledger has them."""
        rows = await self.writer.read(self.ledger.entries_at, [item.position for item in items])
        by_position = {entry.position: entry for entry in rows}
        return [(by_position[item.position], item) for item in items]

    async def intend_again(self, items: Sequence[PreparedDraft]) -> None:
        """Make the intent to send once more durable."""
        await self.writer.write(self.ledger.intend_again, [item.position for item in items])

    async def recall(self, entries: Sequence[Entry]) -> None:
        """Tell outcomes that an earlier run had concluded."""
        await self._close([self._told(entry) for entry in entries])

    async def conclude(self, items: Sequence[PreparedDraft], findings: Sequence[Finding]) -> set[int]:
        """Record final findings, all or none. Returns the record ids that belong to another draft; none if recorded."""
        if not findings:
            return set()
        taken = await self.writer.write(self.ledger.conclude, findings)
        if not taken:
            keys = {item.position: item.key for item in items}
            await self._close([_outcome(finding, keys[finding.position]) for finding in findings])
        return taken

    async def forget_intent(self, items: Sequence[PreparedDraft]) -> None:
        """Record that drafts were not sent after all, so that a later run need not look for them."""
        findings = [Finding(position=item.position, state=State.UNSENT) for item in items]
        await self.writer.write(self.ledger.conclude, findings)

    async def note_clock(self, ahead: float) -> None:
        """Date the run's beginning by the server's clock, once: its list is filtered by that. This machine's clock is
        ``ahead`` so many seconds.
        """
        begun = self.ledger.fact("begun")
        if self.ledger.fact(_AHEAD) is None and begun is not None:
            day = date.fromisoformat(begun) - timedelta(seconds=max(ahead, 0.0))
            await self.writer.write(self.ledger.set_fact, "begun", day.isoformat())
            await self.writer.write(self.ledger.set_fact, _AHEAD, f"{ahead:.0f}")

    async def note_floor(self, record_id: int) -> None:
        """Remember the newest record that was there before the run sent anything."""
        await self.writer.write(self.ledger.set_fact, _FLOOR, str(record_id))

    @property
    def floor(self) -> int:
        """The id up to which records are older than the run; 0 where nobody knows."""
        return int(self.ledger.fact(_FLOOR) or 0)

    async def end_input(self) -> None:
        """Remember that the input was read to its end."""
        await self.writer.write(self.ledger.complete_input, self.read)
        self.input_ended = True
        self.changed.notify()

    def _told(self, entry: Entry) -> Outcome:
        return outcome_of(entry, self.ledger.run)

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
            adopted=self.ledger.adopted(),
            outcomes=Outcomes(self.ledger),
        )


def _outcome(finding: Finding, key: str) -> Outcome:
    return Outcome(
        index=finding.position,
        key=key,
        status=STATUS[finding.state],
        id=finding.record_id,
        number=finding.number,
        error=finding.reason,
    )
