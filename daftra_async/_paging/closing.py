"""Close what a traversal left open: boundaries between pages, the list's end, an order in doubt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from .._wire.page import Page
from .boundaries import BoundaryCheck, BoundaryReader, Sides
from .coverage import Gap
from .page_source import PageRequest
from .traversal_log import TraversalLog, without_none

T = TypeVar("T")

_MOST_FAILURES = 3
"""Boundaries in a row that resist before no other is tried: the list moves too fast for it."""


class BoundaryCloser(Generic[T]):
    """Re-reads boundaries and enters in the log what that gave. Every method returns the rows that were found."""

    def __init__(
        self,
        log: TraversalLog,
        fetch: Callable[[PageRequest], Awaitable[Page[T]]],
        row_id: Callable[[T], int | None],
    ) -> None:
        self._log = log
        self._fetch = fetch
        self._row_id = row_id
        self._drift = 0
        self._failures = 0
        self._reader: BoundaryReader[T] | None = None

    def try_again(self) -> None:
        """Forget the boundaries that resisted: the list may have come to rest."""
        self._failures = 0

    async def close_gap(self, gap: Gap) -> list[T]:
        """Read what lies between two stretches of ids."""
        log = self._log
        sign = log.sign or 1
        check = await self._check(
            gap.place,
            Sides(above=lambda number: sign * number <= gap.above, below=lambda number: sign * number >= gap.below),
        )
        if check.proved and log.sign is not None:
            log.coverage.add(gap.above, gap.below, gap.place)
        return self._recover(check)

    async def close_before(self, ids: Sequence[int], place: int) -> list[T]:
        """Read the boundary in front of a page of a list that does not lie by id."""
        below = frozenset(ids)
        check = await self._check(place, Sides(above=self._log.seen.__contains__, below=below.__contains__))
        if not check.proved or self._log.order == "editable":
            self._log.unproved += 1
        return self._recover(check)

    async def close_end(self, place: int) -> list[T]:
        """Read the end of a list that does not lie by id."""
        return await self.close_before((), place)

    async def look_at_order(self, place: int) -> None:
        """Read rows around an offset side by side: if they lie out of order, the log hears of it."""
        check = await self._check(place, Sides(above=lambda _: False, below=lambda _: True))
        if not check.proved:
            self._log.unproved += 1

    async def _check(self, place: int, sides: Sides) -> BoundaryCheck[T]:
        log = self._log
        if self._reader is None:
            totals = log.totals
            self._reader = BoundaryReader(self._window, self._row_id, capacity=totals.capacity, capped=totals.capped)
        if log.spent or self._failures >= _MOST_FAILURES:
            return BoundaryCheck(rows=[], proved=False, requests=0, place=place)
        order = log.order
        check = await self._reader.check(max(0, place + self._drift), sides)
        self._failures = 0 if check.proved else self._failures + 1
        if check.proved:
            self._drift = check.place - place
        return check if log.order == order else BoundaryCheck(rows=check.rows, proved=False, requests=0, place=place)

    async def _window(self, request: PageRequest) -> Page[T]:
        page = await self._fetch(request)
        self._log.rereads += 1
        self._log.totals.note(page, request)
        self._log.note_order(without_none([self._row_id(row) for row in page.items]))
        return page

    def _recover(self, check: BoundaryCheck[T]) -> list[T]:
        rows: list[T] = self._log.admit(check.rows, [self._row_id(row) for row in check.rows])
        self._log.recovered += len(rows)
        return rows
