"""The pager: what ``list()`` returns. Await it for one page, iterate over it for every row."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing
from datetime import datetime, timedelta
from os import PathLike
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from .._wire.page import Page
from .._wire.record import Record
from .._wire.sharing import SharedValues
from ..errors import ConfigurationError
from .completeness import Completeness, IncompleteList, PagingStuck
from .details import Missing, detailed, in_full
from .page_source import Changes, Order, PageRequest, PageSource, ordered_query
from .traversal import Span, Traversal

if TYPE_CHECKING:
    from ..export import Exported, ExportProgress
    from .sync import Bookmark, ChangeFeed

__all__ = [
    "Changes",
    "Completeness",
    "IncompleteList",
    "Order",
    "PageRequest",
    "PageSource",
    "Pager",
    "PagingStuck",
    "ordered_query",
]

T = TypeVar("T")

_ROWS_PER_PAGE = 100
"""Rows per page when a whole list is read and no ``limit`` is given; the server's own 20 would take five times the
requests.
"""


class Pager(Generic[T]):
    """A list on the server, read lazily.

    ``await pager`` fetches one page, exactly as asked for. ``async for row in pager`` reads every page to the end, at
    most ``concurrency`` requests in flight, rows in the list's order, with memory for at most ``concurrency`` pages.
    Leaving the loop, an error and cancellation stop the requests under way. A row that is in the list for the whole
    run comes exactly once, whatever is inserted or deleted meanwhile; ``pager.completeness`` says afterwards whether
    that is proved.

    Args:
        source: how to fetch a page and what is known of the list.
        limit: rows per page. What arrives is believed, not what was asked for: a server may send fewer.
        start_page: the page to begin with, counted from 1.
        max_items: stop after so many rows.
        concurrency: the most requests in flight and pages in memory while iterating.
        strict: re-read whatever it takes to prove that no row was missed, and raise ``IncompleteList`` if that fails.

    Raises ``ConfigurationError`` for a number below one, or a ``limit`` that is none.
    """

    def __init__(
        self,
        source: PageSource[T],
        *,
        limit: int | None = None,
        start_page: int = 1,
        max_items: int | None = None,
        concurrency: int = 8,
        strict: bool = False,
    ) -> None:
        for name, value in (("limit", limit), ("start_page", start_page), ("max_items", max_items)):
            if value is not None:
                _positive(name, value)
        _positive("concurrency", concurrency)
        self._source = source
        self._span = Span(
            limit=limit, start_page=start_page, max_items=max_items, concurrency=concurrency, strict=strict
        )
        self._run: Traversal[T] | None = None

    def using(
        self,
        *,
        max_items: int | None = None,
        concurrency: int | None = None,
        strict: bool | None = None,
    ) -> Pager[T]:
        """The same list with other settings; what is not given stays."""
        given = {"max_items": max_items, "concurrency": concurrency, "strict": strict}
        chosen: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        return self._with(self._source, attrs.evolve(self._span, **chosen))

    def _with(self, source: PageSource[T], span: Span) -> Pager[T]:
        return Pager(source, **attrs.asdict(span))

    def __await__(self) -> Generator[Any, None, Page[T]]:
        return self._one_page(self._span.limit).__await__()

    def __aiter__(self) -> AsyncGenerator[T, None]:
        return self.rows()

    def __repr__(self) -> str:
        return f"<Pager of {self._source.name}>"

    @property
    def completeness(self) -> Completeness:
        """What the latest iteration over this pager promises and what happened to it."""
        run = self._run or Traversal(self._source, self._span)
        return run.log.report(finished=run.finished)

    async def _one_page(self, limit: int | None) -> Page[T]:
        source = self._source
        page = await source.fetch(PageRequest(page=self._span.start_page, limit=limit))
        if source.full is None:
            return page
        read = await in_full(page.items, source.full, concurrency=self._span.concurrency)
        return attrs.evolve(page, items=[record for _, record in read if record is not None])

    def _whole_span(self) -> Span:
        """What to read when it is more than one page: the rows per page are ours to choose where the caller did not."""
        span = self._span
        return attrs.evolve(span, limit=_ROWS_PER_PAGE) if span.limit is None and span.start_page == 1 else span

    async def rows(self, *, concurrency: int | None = None) -> AsyncGenerator[T, None]:
        """Every row, in order; what iterating over the pager itself does, with another ``concurrency``."""
        async with aclosing(self.pages(concurrency=concurrency)) as pages:
            async for page in pages:
                for row in page.items:
                    yield row
                    del row
                del page

    async def pages(self, *, concurrency: int | None = None) -> AsyncGenerator[Page[T], None]:
        """Every page, in order, reading ahead at most ``concurrency`` pages.

        A row that an earlier page brought already is left out of ``page.items``, and a row that had slipped between
        two pages is put in; ``page.raw`` is the answer as it came. Close the generator (``contextlib.aclosing``) when
        leaving it early somewhere else than in an ``async for`` of its own.

        Raises ``IncompleteList`` (only with ``strict``), ``PagingStuck`` for a server that goes round in circles, and
        what a single call raises.
        """
        span = self._whole_span() if concurrency is None else attrs.evolve(self._whole_span(), concurrency=concurrency)
        _positive("concurrency", span.concurrency)
        self._run = run = Traversal(self._source, span)
        async with aclosing(run.pages()) as pages:
            async for page in pages:
                yield page
                del page

    def with_details(self, *, missing: Missing = "raise") -> Pager[T]:
        """A pager over the full records of these rows, with what the list leaves out (lines, payments, …).

        It is one like any other: its records are awaited, iterated, collected, exported. Each record takes a request of
        its own, at most ``concurrency`` at once, its pages included; ``invoices`` have their lines in the list itself
        (``recursive``), so a page of them takes one request.

        ``missing``: what to do about a row whose record is not found, because it was deleted meanwhile or because it
        is of a kind that has another endpoint: ``"raise"`` the ``NotFound``, or ``"skip"`` it.

        Raises ``ConfigurationError`` for a list whose records cannot be read one by one.
        """
        return self._with(detailed(self._source, missing=missing), self._span)

    def changed_since(self, since: datetime | Bookmark, *, overlap: timedelta = timedelta(minutes=10)) -> ChangeFeed[T]:
        """The rows changed at or after a moment (naive, account time) or since a bookmark: see ``sync``."""
        from .sync import ChangeFeed

        return ChangeFeed(self._source, self._whole_span(), since, overlap=overlap)

    async def export(
        self,
        path: str | PathLike[str],
        *,
        progress: Callable[[ExportProgress], None] | None = None,
        resume: bool = True,
        decimal_places: int = 10,
        checkpoint_rows: int = 10_000,
    ) -> Exported:
        """Write every row to a ``.jsonl``, ``.csv`` or ``.parquet`` file: see ``daftra_async.export``."""
        from ..export import export

        return await export(
            self._source,
            self._whole_span(),
            path,
            progress=progress,
            resume=resume,
            decimal_places=decimal_places,
            checkpoint_rows=checkpoint_rows,
        )

    async def to_arrow(self, *, decimal_places: int = 10) -> AsyncGenerator[Any, None]:
        """The rows as ``pyarrow.RecordBatch`` values, one per page, all of one schema; needs the extra ``export``."""
        from ..export.columns import Columns, arrow_batch

        columns: Columns | None = None
        async with aclosing(self.pages()) as pages:
            async for page in pages:
                columns = columns or Columns.of(page.items, self._source.model)
                yield arrow_batch(columns, page.items, decimal_places=decimal_places)

    async def collect(self, *, max_items: int | None = None) -> list[T]:
        """Every row as a list; ``max_items`` limits it. Equal values of different rows become one object, which takes
        0.7 of the memory of rows kept one by one, and 0.4 without their raw text (measured on invoices).
        """
        pager = self if max_items is None else self.using(max_items=max_items)
        rows: list[T] = []
        shared = SharedValues()
        async with aclosing(pager.pages()) as pages:
            async for page in pages:
                shared.share([row for row in page.items if isinstance(row, Record)])
                rows += page.items
        self._run = pager._run
        return rows

    async def count(self) -> int:
        """How many rows the list has, by the server's word; counted one by one where it has none."""
        page = await self._source.fetch(PageRequest(page=1, limit=1))
        if page.total is not None:
            return page.total
        if page.page_count is not None and len(page.items) <= 1 and page.per_page == 1:
            return page.page_count
        rows = 0
        async with aclosing(Pager(self._source).pages()) as pages:
            async for each in pages:
                rows += len(each.items)
        return rows


def _positive(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigurationError(f"{name}={value!r}: give a whole number of at least 1")
