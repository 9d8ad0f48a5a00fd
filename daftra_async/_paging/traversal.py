"""One run over a list from its first page to its end: what to fetch next, what is new in it, when it is over."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from functools import partial
from typing import Generic, TypeVar

import attrs

from .._wire.page import Page
from .boundaries import BoundaryCheck, Sides, check_boundary, promises_more
from .completeness import Boundary, IncompleteList, PagingStuck, TraversalLog
from .page_source import PageRequest, PageSource
from .prefetch import Fetch, in_order

T = TypeVar("T")

_PATIENCE = 3
"""How often the same answer that brings nothing may come again, besides those under way, before the run stops."""

_ROUNDS = 3
"""How often the boundaries that resist are gone through at the end."""

_SMALLEST_WINDOW = 8
"""Rows that a re-read may ask for though the pages are smaller; fewer leave no room on both sides of a boundary."""

_MOST_BARREN = 1000
"""The same for answers that differ: rows inserted at the head push rows already read before us, page after page."""


@attrs.frozen(kw_only=True)
class Span:
    """What part of a list to read and how: see ``Pager``."""

    limit: int | None
    start_page: int
    max_items: int | None
    concurrency: int
    strict: bool


class Traversal(Generic[T]):
    """Reads the pages of a list once; ``log`` keeps the books, ``finished`` tells that the end was reached,
    ``settling`` that boundaries left open are being read again, so that the books are not whole for the moment.

    With the ``log`` of a run that broke off, the new one goes on from ``span.start_page``: the ``page`` that the
    old one delivered last, so that the two overlap.
    """

    def __init__(self, source: PageSource[T], span: Span, *, log: TraversalLog | None = None) -> None:
        self.log = log or TraversalLog(order=source.order, filtered=source.filtered)
        self.finished = False
        self.page = span.start_page
        self._resumed = log is not None
        self._cut_short = False
        self.settling = False
        self._source = source
        self._span = span
        self._next = span.start_page
        self._horizon: int | None = span.start_page
        self._size = 0
        self._barren = 0
        self._still = 0
        self._last_look: object = None  # what the last answer held, without holding on to its rows
        self._delivered = self.log.rows
        self._limit_ignored = False
        self._capped = False
        self._drift = 0

    async def pages(self) -> AsyncGenerator[Page[T], None]:
        """The pages in order, each with the rows that were not delivered before; pages without any are left out.

        Raises ``IncompleteList`` at the end where ``strict`` was asked for and nothing proves the run,
        ``PagingStuck``, and what fetching raises.
        """
        await self._look_at_newest()
        async with aclosing(in_order(self._next_call, concurrency=self._span.concurrency)) as answers:
            async for number, answer in answers:
                page = answer if answer.items else await self._ask_again(number, answer)
                ids = self._ids(page.items)
                rows = await self._digest(number, page, ids)
                over = self._is_over(number, page, rows, ids)
                if over:
                    rows += await self._end_at(number, page)
                rows = self._deliver(rows)
                if rows or number == self._span.start_page:
                    self.page = number
                    yield attrs.evolve(page, items=rows)
                if over:
                    break
                self._look_ahead(number, page)
                # The next page may arrive only to find this one gone: nothing here holds on to it.
                del answer, page, rows
        async with aclosing(self._settle()) as late_pages:
            async for late in late_pages:
                yield late
        self.finished = not self._cut_short
        report = self.log.report(finished=self.finished)
        if self._span.strict and self.finished and not report.complete:
            raise IncompleteList(f"{self._source.name}: completeness is not proved: {report.reason}", report)

    def _deliver(self, rows: list[T]) -> list[T]:
        """The rows that are still wanted, counted."""
        most = self._span.max_items
        wanted = rows if most is None else rows[: most - self._delivered]
        self._delivered += len(wanted)
        return wanted

    def _next_call(self) -> Fetch[tuple[int, Page[T]]] | None:
        if self._horizon is not None and self._next > self._horizon:
            return None
        number = self._next
        self._next += 1

        async def fetch() -> tuple[int, Page[T]]:
            return number, await self._fetch(PageRequest(page=number, limit=self._span.limit))

        return fetch

    async def _fetch(self, request: PageRequest) -> Page[T]:
        return await self._source.fetch(attrs.evolve(request, order=self._source.order_query))

    async def _look_at_newest(self) -> None:
        """Take stock by the newest row where the list itself does not begin with it."""
        pairs = self._source.newest_first_query
        if (
            not pairs
            or self._source.order == "newest_first"
            or self._span.start_page > 1
            or self._span.max_items
            or self._resumed
        ):
            return
        page = await self._source.fetch(PageRequest(page=1, limit=1, order=pairs))
        self.log.rereads += 1
        self.log.take_stock(self._ids(page.items), page.total)

    async def _ask_again(self, number: int, page: Page[T]) -> Page[T]:
        """An empty page that says that more follows is asked for once more."""
        if not self._promises_more(number, page):
            return page
        self.log.rereads += 1
        return await self._fetch(PageRequest(page=number, limit=self._span.limit))

    def _promises_more(self, number: int, page: Page[T]) -> bool | None:
        return promises_more(page, PageRequest(page=number), self._size)

    def _ids(self, rows: Sequence[T]) -> list[int]:
        row_id = self._source.row_id
        return [number for row in rows if (number := row_id(row)) is not None]

    async def _digest(self, number: int, page: Page[T], ids: Sequence[int]) -> list[T]:
        """The rows of a page, and of the boundary before it, that were not seen before."""
        log = self.log
        log.note_order(ids)
        moved = log.note_total(page.total)
        if number == self._span.start_page:
            self._size = max(1, len(page.items))
            self._capped = self._size < (self._span.limit or 0) and bool(self._promises_more(number, page))
        if number == self._span.start_page and not self._resumed:
            if not log.stock_taken and (number == 1 or log.sign == -1):
                log.take_stock(ids, page.total, skipped=(number - 1) * self._size)
            return self._admit(page.items, ids)
        if not log.order_shown and log.edge is not None and page.total is not None:
            # Pages of one row show an order only side by side.
            log.note_order((log.edge, *[number for number in ids if number not in log.seen]))
        recovered: list[T] = []
        if ids and not log.joins(ids):
            recovered = await self._cross(number, ids, moved=moved)
        return [*recovered, *self._admit(page.items, ids)]

    def _admit(self, rows: Sequence[T], ids: Sequence[int]) -> list[T]:
        """The rows that are new; ``ids`` are theirs, shorter if some have none."""
        admit = self.log.admit
        if len(ids) == len(rows):
            return [row for row, number in zip(rows, ids, strict=True) if admit(number)]
        return [row for row in rows if admit(self._source.row_id(row))]

    async def _cross(self, number: int, ids: Sequence[int], *, moved: bool) -> list[T]:
        """Re-read the boundary before a page where something moved; elsewhere leave it to the end, if possible."""
        log, place = self.log, (number - 1) * self._size
        edge = log.edge
        if log.sign is not None and edge is not None:
            boundary = Boundary(place, edge, ids[0])
            if not moved:
                log.leave_open(boundary)
                return []
            return self._recover(await self._close(boundary), boundary)
        if not (moved or self._span.strict) or self._limit_ignored:
            log.leave_unproved()
            return []
        below = frozenset(ids)
        return self._recover(await self._reread(place, Sides(above=log.seen.__contains__, below=below.__contains__)))

    async def _close(self, boundary: Boundary) -> BoundaryCheck[T]:
        sign, above, below = self.log.sign or 1, boundary.above, boundary.below
        return await self._reread(
            boundary.place,
            Sides(
                above=lambda number: sign * number <= sign * above,
                below=lambda number: below is not None and sign * number >= sign * below,
            ),
        )

    async def _reread(self, place: int, sides: Sides) -> BoundaryCheck[T]:
        if self._limit_ignored:
            return BoundaryCheck(rows=[], proved=False, requests=0, place=place)
        order = self.log.order
        check = await check_boundary(
            max(0, place + self._drift),
            sides,
            fetch=self._fetch_window,
            row_id=self._source.row_id,
            largest=self._size if self._capped else max(self._size, _SMALLEST_WINDOW),
        )
        if check.proved:
            self._drift = check.place - place
        return attrs.evolve(check, proved=check.proved and self.log.order == order)

    async def _fetch_window(self, request: PageRequest) -> Page[T]:
        page = await self._fetch(request)
        self.log.note_order(self._ids(page.items))
        return page

    def _recover(self, check: BoundaryCheck[T], boundary: Boundary | None = None) -> list[T]:
        """Enter what re-reading gave; a boundary that resisted is left for later where its place can be told by id."""
        log = self.log
        self._limit_ignored = self._limit_ignored or check.limit_ignored
        log.rereads += check.requests
        if not check.proved and boundary is not None:
            log.leave_open(boundary)
        elif not check.proved or log.order == "editable":
            log.leave_unproved()
        rows = self._admit(check.rows, self._ids(check.rows))
        log.recovered += len(rows)
        return rows

    def _is_over(self, number: int, page: Page[T], rows: Sequence[T], ids: Sequence[int]) -> bool:
        """Whether the list ends here, by what arrived. Raises ``PagingStuck`` for a server that goes round in
        circles.
        """
        span = self._span
        more = self._promises_more(number, page)
        if span.max_items is not None and self._delivered + len(rows) >= span.max_items:
            self._cut_short = more is not False or self._delivered + len(rows) > span.max_items
            return True
        look = (ids or hash(repr(page.items)), page.total)
        same, self._last_look = look == self._last_look, look
        if rows and not (same and self.log.blind):
            self._barren = self._still = 0
            return not more if more is not None else number > span.start_page and len(page.items) < self._size
        if more is False or (more is None and not page.items):
            return True
        if page.page is not None and page.page < number:
            # It gives an earlier page again though more should follow: there is no way to what lies behind.
            self.log.leave_unproved()
            return True
        self._barren += 1
        self._still = self._still + 1 if same else 0
        if self._still < _PATIENCE + span.concurrency and self._barren < _MOST_BARREN:
            return False
        if more is None:
            self.log.leave_unproved()
            return True
        what = "rows that came before" if page.items else "no rows"
        raise PagingStuck(
            f"{self._source.name}: {self._barren} pages up to {number} bring {what}, but it promises more"
        )

    async def _end_at(self, number: int, page: Page[T]) -> list[T]:
        """A list that ends with an empty page may have shrunk before it: the boundary above it is open too."""
        log, place = self.log, (number - 1) * self._size
        if page.items or (number == self._span.start_page and not self._resumed):
            return []
        if log.sign is not None and log.edge is not None:
            log.leave_open(Boundary(place, log.edge, None))
            return []
        if not self._span.strict:
            log.leave_unproved()
            return []
        return self._recover(await self._reread(place, Sides(above=log.seen.__contains__, below=lambda _: False)))

    def _look_ahead(self, number: int, page: Page[T]) -> None:
        """How far to read ahead, by the latest answer; without any word of the end, as far as the window reaches."""
        if page.page_count is not None:
            known: int | None = page.page_count
        elif page.total is not None:
            known = -(-page.total // self._size)
        else:
            known = None
        horizon = None if known is None else max(known, number + 1)
        if self._span.max_items is not None:
            wanted = number + -(-(self._span.max_items - self._delivered) // self._size)
            horizon = wanted if horizon is None else min(horizon, wanted)
        self._horizon = horizon

    async def _settle(self) -> AsyncGenerator[Page[T], None]:
        """Re-read the boundaries left open, as long as the count is not reached; what they hold comes late."""
        self.settling = True
        for _ in range(_ROUNDS):
            async with aclosing(self._settle_once()) as pages:
                async for page in pages:
                    yield page

    async def _settle_once(self) -> AsyncGenerator[Page[T], None]:
        boundaries = self.log.open_boundaries() if self._must_settle() else iter(())

        def next_call() -> Fetch[tuple[Boundary, BoundaryCheck[T]]] | None:
            boundary = next(boundaries, None) if self._must_settle() else None
            return None if boundary is None else partial(self._close_again, boundary)

        async with aclosing(in_order(next_call, concurrency=self._span.concurrency)) as checks:
            async for boundary, check in checks:
                rows = self._deliver(self._recover(check, boundary))
                self.log.late += len(rows)
                if rows:
                    yield Page(items=rows)

    async def _close_again(self, boundary: Boundary) -> tuple[Boundary, BoundaryCheck[T]]:
        return boundary, await self._close(boundary)

    def _must_settle(self) -> bool:
        log, span = self.log, self._span
        if log.blind or self._cut_short or self._delivered == span.max_items:
            return False
        return not log.count_trusted and (span.strict or not log.quiet)
