"""After the last page: read again what was left open, and look for rows that the server counts and nobody saw."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from functools import partial
from typing import Generic, TypeVar

import attrs

from .._wire.page import Page
from ..errors import NotFound
from .closing import BoundaryCloser
from .page_source import PageRequest, QueryPairs
from .prefetch import Fetch, in_order
from .totals import promises_more
from .traversal_log import TraversalLog, without_none

T = TypeVar("T")

_ROUNDS = 3
"""How often the boundaries that resist are gone through, and how often missing rows are looked for."""

_HEAD_ROWS = 100
"""Rows per page when missing rows are looked for: most often one page of the newest rows holds them all."""

_SPARE_PAGES = 10
"""Pages beyond those of the run that a search for missing rows may take."""

_FAR = 1000
"""Pages behind the end where nothing can lie, however much the list has grown."""


@attrs.frozen(kw_only=True)
class Settling(Generic[T]):
    """The end of one traversal.

    ``fetch`` reads a page in the order of its request. ``order`` is the one that the pages were read in, ``newest`` the
    one that puts new rows first, empty where there is none. ``thorough`` looks for missing rows in the whole list.
    """

    log: TraversalLog
    closer: BoundaryCloser[T]
    fetch: Callable[[PageRequest], Awaitable[Page[T]]]
    row_id: Callable[[T], int | None]
    order: QueryPairs
    newest: QueryPairs
    limit: int | None
    concurrency: int
    strict: bool

    async def rows(self) -> AsyncGenerator[list[T], None]:
        """The rows that are found, as they are found."""
        for _ in range(_ROUNDS):
            gaps = self.log.open_boundaries
            self.closer.try_again()
            async with aclosing(self._close_gaps()) as found:
                async for rows in found:
                    yield rows
            if self.log.open_boundaries == gaps:
                break
        if not (self.log.proved or self.strict):
            return
        for _ in range(_ROUNDS):
            before = self.log.rows
            async with aclosing(self._find_missing()) as found:
                async for rows in found:
                    yield rows
            if self.log.rows == before:
                break
        await self._look_behind_the_end()

    def _is_open(self) -> bool:
        log = self.log
        return not log.blind and not log.spent and not log.count_trusted and (self.strict or not log.quiet)

    async def _close_gaps(self) -> AsyncGenerator[list[T], None]:
        gaps = self.log.gaps() if self._is_open() else iter(())

        def next_call() -> Fetch[list[T]] | None:
            gap = next(gaps, None) if self._is_open() else None
            return None if gap is None else partial(self.closer.close_gap, gap)

        async with aclosing(in_order(next_call, concurrency=self.concurrency)) as found:
            async for rows in found:
                yield rows

    async def _find_missing(self) -> AsyncGenerator[list[T], None]:
        """Read from the list's head on, until all rows that the server counts were seen.

        Rows that came meanwhile are the newest: where the list can be asked for these first, a page that brings nothing
        new ends the search, unless it is to be thorough.
        """
        log = self.log
        whole_list = self.strict and not (self.newest and log.sign)
        if log.blind or log.totals.skipped or not (whole_list or self.newest):
            return
        limit, size = max(self.limit or 0, _HEAD_ROWS), 0
        for number in range(1, log.pages + log.barren + _SPARE_PAGES):
            if not log.missing:
                return
            request = PageRequest(page=number, limit=limit, order=self.order if whole_list else self.newest)
            page = await self.fetch(request)
            log.rereads += 1
            size = size or len(page.items)
            log.totals.renew(page, request, size)
            ids = [self.row_id(row) for row in page.items]
            if whole_list:
                log.note_order(without_none(ids))
            rows = log.admit(page.items, ids)
            log.recovered += len(rows)
            yield rows
            at_end = not page.items or promises_more(page, request, size) is False
            if at_end or not (rows or whole_list):
                return

    async def _look_behind_the_end(self) -> None:
        """Ask for a page far behind the end where rows came again and only their order proves the run.

        Rows came again because others moved them, or because the server gives one page for any number. It gives itself
        away here: a page behind the end is empty.
        """
        log = self.log
        if log.count_trusted or not log.repeated or not log.proved:
            return
        number = 2 * (log.pages + log.barren) + _FAR
        try:
            page = await self.fetch(PageRequest(page=number, limit=self.limit, order=self.order))
        except NotFound:
            return
        finally:
            log.rereads += 1
        if page.items:
            log.totals.misfit = f"page {number}, far behind the list's end, holds rows all the same"
