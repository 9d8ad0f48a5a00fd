"""What the answers of a run said of the list's size, and whether what was seen fits all of it."""

from __future__ import annotations

from typing import Any

import attrs

from .._wire.page import Page
from .page_source import PageRequest


def promises_more(page: Page[Any], request: PageRequest, size: int) -> bool | None:
    """Whether rows follow an answer, by any of its words; ``None`` where it says nothing of it, or contradicts itself.

    ``size`` is the number of rows on a page before it. Words that leave no place for the rows beside them say nothing.
    """
    filled = (request.page - 1) * size + len(page.items)
    if (
        page.has_more
        or (page.page_count is not None and request.page < page.page_count)
        or (page.total is not None and filled < page.total)
    ):
        return True
    if says_nothing(page):
        return None
    beyond_total = page.total is not None and filled > page.total
    beyond_count = page.page_count is not None and request.page > page.page_count
    return None if page.items and (beyond_total or beyond_count) else False


def says_nothing(page: Page[Any]) -> bool:
    """Whether an answer tells nothing of the list around it."""
    return page.has_more is None and page.page_count is None and page.total is None


@attrs.define(kw_only=True)
class Totals:
    """Every total, page count and page length that the answers gave.

    ``capacity`` is how many rows a page of ``limit`` really holds, ``capped`` whether it was seen that this is fewer
    than were asked for, ``skipped`` the rows before the first page read,
    ``expected`` the rows of the first read from there on, ``claimed`` the most rows that any answer claims, ``misfit``
    the first answer that does not fit its own words, ``moved`` whether the total was seen to change.
    """

    limit: int | None = None
    capacity: int = 1
    capped: bool = False
    skipped: int = 0
    expected: int | None = None
    claimed: int = 0
    misfit: str | None = None
    moved: bool = False
    last: int | None = None

    def begin(self, page: Page[Any], request: PageRequest) -> None:
        """Learn from the first answer how many rows a page holds: fewer than asked for where pages are capped."""
        rows, limit = len(page.items), request.limit
        self.limit = limit
        self.capacity = max(1, rows)
        if limit is not None and rows < limit:
            more = promises_more(page, request, limit)
            self.capacity = limit if more is False or not rows else rows
            self.capped = bool(more and rows)
        self.skipped = (request.page - 1) * self.capacity

    def note(self, page: Page[Any], request: PageRequest) -> None:
        """Hold an answer against its own words, and keep the size that it claims for the list."""
        size = self._size(request.limit)
        self.claimed = max(self.claimed, rows_claimed(page, size or 1))
        if size is not None and self.misfit is None:
            self.misfit = _misfit(page, request, size)
        if self.limit is not None and request.limit == self.limit and page.items:
            self.capacity = max(self.capacity, len(page.items))
            follows = (request.page - 1) * self.capacity > self.skipped
            self.capped = self.capacity < self.limit and (self.capped or follows)

    def note_movement(self, total: int | None) -> bool:
        """Whether the number of rows differs from the one that the last page gave."""
        moved = total is not None and self.last is not None and total != self.last
        self.last = self.last if total is None else total
        self.moved = self.moved or moved
        return moved

    def renew(self, page: Page[Any], request: PageRequest, size: int) -> None:
        """Only this answer counts from now on: it is later than all others, and rows may be gone since.

        ``size`` is the number of rows on the first page of its limit.
        """
        self.claimed = rows_claimed(page, max(1, size))
        self.misfit = self.misfit or _misfit(page, request, size)

    def missing(self, seen: int) -> int:
        """How many more rows the answers claim than were seen."""
        return max(0, self.claimed - self.skipped - seen)

    def _size(self, limit: int | None) -> int | None:
        """What a page of this limit holds, where that is sure."""
        if limit == self.limit:
            return self.capacity
        limit_ignored = self.limit is not None and self.capacity > self.limit
        return limit if limit is not None and limit <= self.capacity and not limit_ignored else None


def rows_claimed(page: Page[Any], size: int) -> int:
    """The fewest rows that a list can have by an answer's total and page count; ``size`` rows are on a page."""
    pages = page.page_count or 0
    return max(page.total or 0, (pages - 1) * size + 1 if pages > 1 else 0)


def _misfit(page: Page[Any], request: PageRequest, size: int) -> str | None:
    """In words, where an answer holds more or fewer rows than its own words leave place for."""
    rows = len(page.items)
    if page.total is not None:
        promised = max(0, min(size, page.total - (request.page - 1) * size))
    elif promises_more(page, request, size):
        promised = size
    else:
        return None
    if rows == promised:
        return None
    return f"page {request.page} of {size} rows held {rows} where the server promised {promised}"
