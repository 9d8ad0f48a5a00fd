"""A traversal's books as plain data: what another process needs to go on where one broke off."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..errors import ConfigurationError
from .page_source import Order
from .totals import Totals
from .traversal_log import TraversalLog


class BookmarkError(ConfigurationError):
    """A bookmark, of a sync or of an export that broke off, is damaged, of another version or of another list."""


class TotalsState(msgspec.Struct, forbid_unknown_fields=True):
    """``Totals``, field by field."""

    limit: int | None
    capacity: int
    capped: bool
    skipped: int
    expected: int | None
    claimed: int
    misfit: str | None
    moved: bool
    last: int | None


class LogState(msgspec.Struct, forbid_unknown_fields=True):
    """A ``TraversalLog`` without the ids seen, which are many and kept elsewhere."""

    order: Order
    pages: int
    barren: int
    rows: int
    repeated: int
    recovered: int
    late: int
    rereads: int
    unproved: int
    ceiling: int | None
    from_start: int
    totals: TotalsState
    starts: list[int]
    ends: list[int]
    places: list[int]

    @classmethod
    def of(cls, log: TraversalLog) -> LogState:
        starts, ends, places = log.coverage.state()
        counts = {name: getattr(log, name) for name in _COUNTS}
        totals = TotalsState(**{name: getattr(log.totals, name) for name in TotalsState.__struct_fields__})
        return cls(order=log.order, **counts, totals=totals, starts=starts, ends=ends, places=places)

    def log(self, ids: Iterable[int], *, filtered: bool) -> TraversalLog:
        """The log as it was, with the ids that it had seen. Raises ``BookmarkError`` for what no log can have been."""
        totals = Totals(**msgspec.structs.asdict(self.totals))
        log = TraversalLog(order=self.order, filtered=filtered, totals=totals)
        for name in _COUNTS:
            setattr(log, name, getattr(self, name))
        for number in ids:
            log.seen.add(number)
        try:
            log.coverage.restore(self.starts, self.ends, self.places)
        except (ValueError, OverflowError) as error:
            raise BookmarkError(f"this is no state that a list was left in: {error}") from None
        if totals.capacity < 1 or log.rows != len(log.seen):
            raise BookmarkError("this is no state that a list was left in: its counts do not fit the ids seen")
        return log


_COUNTS = ("pages", "barren", "rows", "repeated", "recovered", "late", "rereads", "unproved", "ceiling", "from_start")
