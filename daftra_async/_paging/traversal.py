"""One run over a list from its first page to its end: what to fetch next, what is new in it, what is delivered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from functools import partial
from typing import Generic, TypeVar

import attrs

from .._wire.page import Page
from .closing import BoundaryCloser
from .completeness import IncompleteList
from .details import in_full
from .ending import EndWatch
from .page_source import PageRequest, PageSource
from .prefetch import Fetch, in_order
from .settling import Settling
from .totals import promises_more
from .traversal_log import TraversalLog, without_none

A = TypeVar("A")
R = TypeVar("R")
T = TypeVar("T")


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

    ``page`` is the number of the page that was delivered last, ``left_out`` are the ids of rows since the one before it
    whose full record is gone. With the ``log`` of a run that broke off, and the number of rows that it ``delivered``,
    the new one goes on from ``span.start_page``: the page that the old one delivered last, so that the two overlap.
    """

    def __init__(
        self, source: PageSource[T], span: Span, *, log: TraversalLog | None = None, delivered: int = 0
    ) -> None:
        self.log = log or TraversalLog(order=source.order, filtered=source.filtered)
        self.finished = False
        self.settling = False
        self.page = span.start_page
        self.left_out: list[int | None] = []
        self._resumed = log is not None
        self._source = source
        self._span = span
        self._next = span.start_page
        self._horizon: int | None = span.start_page
        self._delivered = delivered
        self._cut_short = False
        self._places = asyncio.Semaphore(span.concurrency)
        self._closer = BoundaryCloser(self.log, self._fetch_window, source.row_id)
        self._ending = EndWatch(source.name, self.log, concurrency=span.concurrency)

    async def pages(self) -> AsyncGenerator[Page[T], None]:
        """The pages in order, each with the rows that were not delivered before; pages without any are left out.

        Raises ``IncompleteList`` at the end where ``strict`` was asked for and nothing proves the run,
        ``PagingStuck``, and what fetching raises.
        """
        await self._look_at_newest()
        async with aclosing(self._plain_pages()) as pages:
            async for page in pages:
                yield page
                del page
        async with aclosing(self._late_pages()) as pages:
            async for page in pages:
                yield page
                del page
        self.finished = not self._cut_short
        report = self.log.report(finished=self.finished)
        if self._span.strict and self.finished and not report.complete:
            raise IncompleteList(f"{self._source.name}: completeness is not proved: {report.reason}", report)

    async def _plain_pages(self) -> AsyncGenerator[Page[T], None]:
        ahead = self._span.concurrency if self._source.full is None else min(2, self._span.concurrency)
        async with aclosing(in_order(self._next_call, concurrency=ahead)) as answers:
            async for number, answer in answers:
                page = await self._asked_again(number, answer)
                ids = self._source.ids(page.items)
                rows = await self._digest(number, page, ids)
                over = self._ending.is_end(number, page, ids, new_rows=bool(rows))
                if over and not page.items:
                    rows += await self._close_end(number)
                items = await self._take(rows)
                if self._is_full():
                    self._cut_short = not over or len(items) < len(rows)
                if items or number == self._span.start_page:
                    self.page = number
                    yield attrs.evolve(page, items=items)
                    self.left_out = []
                if over or self._is_full():
                    return
                self._look_ahead(number, page)
                # The next page may arrive only to find this one gone: nothing here holds on to it.
                del answer, page, rows, items

    async def _late_pages(self) -> AsyncGenerator[Page[T], None]:
        """What re-reading the open boundaries brings."""
        if self._is_full():
            return
        self.settling = True
        source, span = self._source, self._span
        settling = Settling(
            log=self.log,
            closer=self._closer,
            fetch=self._fetch,
            row_id=source.row_id,
            order=source.order_query,
            newest=source.order_query if source.order == "newest_first" else source.newest_first_query,
            limit=span.limit,
            concurrency=span.concurrency,
            strict=span.strict,
        )
        async with aclosing(settling.rows()) as found:
            async for rows in found:
                self.log.late += len(rows)
                items = await self._take(rows)
                if items:
                    yield Page(items=items)
                    self.left_out = []

    def _is_full(self) -> bool:
        return self._span.max_items is not None and self._delivered >= self._span.max_items

    async def _take(self, rows: list[T]) -> list[T]:
        """The rows that are still wanted, as full records where these are asked for."""
        most, full = self._span.max_items, self._source.full
        if full is None:
            taken = rows if most is None else rows[: max(0, most - self._delivered)]
            self._delivered += len(taken)
            return taken
        taken = []
        while rows and not self._is_full():
            room = len(rows) if most is None else most - self._delivered
            read = await in_full(rows[:room], partial(self._at_a_place, full), concurrency=self._span.concurrency)
            found = [record for _, record in read if record is not None]
            self.left_out += [self._source.row_id(row) for row, record in read if record is None]
            self._delivered += len(found)
            taken += found
            rows = rows[room:]
        return taken

    def _next_call(self) -> Fetch[tuple[int, Page[T]]] | None:
        if self._horizon is not None and self._next > self._horizon:
            return None
        number = self._next
        self._next += 1

        async def fetch() -> tuple[int, Page[T]]:
            return number, await self._fetch(self._request(number))

        return fetch

    def _request(self, number: int) -> PageRequest:
        return PageRequest(page=number, limit=self._span.limit, order=self._source.order_query)

    async def _fetch(self, request: PageRequest) -> Page[T]:
        return await self._at_a_place(self._source.fetch, request)

    async def _at_a_place(self, call: Callable[[A], Awaitable[R]], argument: A) -> R:
        """Pages and full records together are never more than ``concurrency`` requests at once."""
        async with self._places:
            return await call(argument)

    async def _fetch_window(self, request: PageRequest) -> Page[T]:
        return await self._fetch(attrs.evolve(request, order=self._source.order_query))

    async def _look_at_newest(self) -> None:
        """Take stock by the newest row where the list itself does not begin with it."""
        source, span = self._source, self._span
        begins_with_newest = source.order == "newest_first" or not source.newest_first_query
        if begins_with_newest or span.start_page > 1 or span.max_items or self._resumed:
            return
        page = await self._fetch(PageRequest(page=1, limit=1, order=source.newest_first_query))
        self.log.rereads += 1
        self.log.take_stock(without_none(source.ids(page.items)), page.total)

    async def _asked_again(self, number: int, page: Page[T]) -> Page[T]:
        """An empty page that says that more follows is asked for once more."""
        request = self._request(number)
        if page.items or not promises_more(page, request, self.log.totals.capacity):
            return page
        self.log.rereads += 1
        return await self._fetch(request)

    async def _digest(self, number: int, page: Page[T], all_ids: Sequence[int | None]) -> list[T]:
        """The rows of a page, and of the boundary before it, that were not seen before."""
        log, totals, request, ids = self.log, self.log.totals, self._request(number), without_none(all_ids)
        first = number == self._span.start_page and not self._resumed
        if first:
            totals.begin(page, request)
        totals.note(page, request)
        moved = totals.note_movement(page.total)
        log.note_order(ids)
        if first and totals.expected is None and (number == 1 or log.sign == -1):
            log.take_stock(ids, page.total)
        place = (number - 1) * totals.capacity
        found = [] if first or not ids else await self._close_before(ids, place, moved=moved)
        more = promises_more(page, request, totals.capacity)
        log.cover(ids, place, begin=first, end=more is False or (more is None and number == 1 and not page.items))
        rows = log.admit(page.items, all_ids)
        log.turn_page(fruitful=bool(rows or first))
        return [*found, *rows]

    async def _close_before(self, ids: Sequence[int], place: int, *, moved: bool) -> list[T]:
        """Re-read the boundary in front of a page where something moved; elsewhere leave it to the end, if possible."""
        log, closer = self.log, self._closer
        if log.sign is not None:
            gap = log.gap_before(ids, place)
            found = [] if gap is None or not moved else await closer.close_gap(gap)
            if log.strays(ids):
                await closer.look_at_order(place)
            return found
        if log.overlaps(ids):
            return []
        if moved or self._span.strict:
            return await closer.close_before(ids, place)
        log.unproved += 1
        return []

    async def _close_end(self, number: int) -> list[T]:
        """A list that ends with an empty page may have shrunk before it: where rows lie by id, that is a gap."""
        log = self.log
        if log.sign is not None or (number == self._span.start_page and not self._resumed):
            return []
        if self._span.strict:
            return await self._closer.close_end((number - 1) * log.totals.capacity)
        log.unproved += 1
        return []

    def _look_ahead(self, number: int, page: Page[T]) -> None:
        """How far to read ahead, by the latest answer; without any word of the end, as far as the window reaches."""
        size, span = self.log.totals.capacity, self._span
        known = [page.page_count] if page.page_count is not None else []
        if page.total is not None:
            known.append(-(-page.total // size))
        horizon = max(*known, number + 1) if known else None
        if span.max_items is not None:
            wanted = number + -(-(span.max_items - self._delivered) // size)
            horizon = wanted if horizon is None else min(horizon, wanted)
        self._horizon = horizon
