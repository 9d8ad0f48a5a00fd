"""Re-read the boundary between two pages, to find the rows it swallowed and to prove that there are no more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container, Sequence
from typing import Generic, TypeVar

import attrs

from .._wire.page import Page
from .page_source import PageRequest

T = TypeVar("T")

_ATTEMPTS = 14
"""Re-reads that found nothing new before a boundary is given up; what is found sets the count back."""


@attrs.frozen(kw_only=True)
class Sides:
    """Tells on which side of a boundary a row lies, by its id. A row on neither side lies inside, or nobody knows
    where.
    """

    above: Callable[[int], bool]
    below: Callable[[int], bool]


@attrs.frozen(kw_only=True)
class BoundaryCheck(Generic[T]):
    """What re-reading a boundary gave: the rows inside it, whether that is all of them, and the requests it took.

    ``place`` is the offset where the boundary was found. ``limit_ignored``: the server sent more rows than were asked
    for, so that no window of ours can lie over a boundary.
    """

    rows: list[T]
    proved: bool
    requests: int
    place: int
    limit_ignored: bool = False


def window_at(place: int, *, margin: int, largest: int) -> PageRequest:
    """The page and limit of the smallest window with at least ``margin`` rows on both sides of an offset.

    Offsets are multiples of the limit, so a window over a boundary needs a limit that does not divide it. Where none up
    to ``largest`` has that margin, the one with the widest. The list's beginning is margin enough.
    """
    best, widest = PageRequest(page=1, limit=largest), -1
    for limit in range(2, largest + 1):
        start = place // limit * limit
        width = min(place - start if start else limit, start + limit - place)
        if width > widest:
            best, widest = PageRequest(page=start // limit + 1, limit=limit), width
        if widest >= margin:
            break
    return best


async def check_boundary(
    place: int,
    sides: Sides,
    *,
    fetch: Callable[[PageRequest], Awaitable[Page[T]]],
    row_id: Callable[[T], int | None],
    largest: int,
) -> BoundaryCheck[T]:
    """Read windows of at most ``largest`` rows around an offset until one reaches from above the boundary to below it.

    The rows may have moved since the pages were read: a window that lies off the boundary is moved towards it, by steps
    that double as long as the direction stays, and the next one is wider.
    """
    found: dict[int, T] = {}
    search = _Search(place)
    requests = idle = 0
    while idle < _ATTEMPTS:
        request = window_at(search.place, margin=min(2 << idle, largest // 2), largest=largest)
        limit = request.limit or largest
        page = await fetch(request)
        requests += 1
        ids = [number for row in page.items if (number := row_id(row)) is not None]
        if len(ids) < len(page.items):
            break
        if len(ids) > limit:
            return BoundaryCheck(rows=[], proved=False, requests=requests, place=place, limit_ignored=True)
        start = (request.page - 1) * limit
        rows = dict(zip(ids, page.items, strict=True))
        top = _last(ids, found, sides.above)
        if top is None and request.page > 1:
            search.turn(-1, start)
            idle += 1
            continue
        inside, reached = _until(ids[0 if top is None else top + 1 :], sides.below)
        news = {number: rows[number] for number in inside if number not in found}
        found |= news
        if reached or is_end(page, request, limit):
            return BoundaryCheck(rows=list(found.values()), proved=True, requests=requests, place=start + (top or 0))
        if inside:
            # What lies inside must be read without a hole: the next window begins in this one.
            search.place = start + len(ids)
        else:
            search.turn(1, start + len(ids))
        idle = 0 if news else idle + 1
    return BoundaryCheck(rows=list(found.values()), proved=False, requests=requests, place=place)


@attrs.define
class _Search:
    """A place to look at next: steps that double away from the first one, halves once the boundary is between two."""

    place: int
    _above: int | None = None
    _below: int | None = None
    _stride: int = 0

    def turn(self, heading: int, edge: int) -> None:
        """Go on from a window's edge, towards the list's end (``1``) or its beginning (``-1``)."""
        if heading > 0:
            self._above = edge
        else:
            self._below = edge
        if self._above is not None and self._below is not None:
            if self._above < self._below:
                self.place = (self._above + self._below) // 2
                return
            # The list moved meanwhile: what was known of the other side holds no longer.
            self._above, self._below, self._stride = None, None, 0
        self.place = max(0, edge + heading * self._stride)
        self._stride = max(4, self._stride * 2)


def _last(ids: Sequence[int], found: Container[int], above: Callable[[int], bool]) -> int | None:
    return next((place for place in reversed(range(len(ids))) if ids[place] in found or above(ids[place])), None)


def _until(ids: Sequence[int], below: Callable[[int], bool]) -> tuple[Sequence[int], bool]:
    place = next((place for place, number in enumerate(ids) if below(number)), None)
    return (ids, False) if place is None else (ids[:place], True)


def promises_more(page: Page[T], request: PageRequest, size: int) -> bool | None:
    """Whether an answer says, in any of its ways, that rows follow it; ``None`` where it says nothing of it.

    Counts that leave no place for the rows that came with them say nothing.
    """
    words: list[bool] = []
    if page.has_more is not None:
        words.append(page.has_more)
    if page.items and any(count is not None and count <= 0 for count in (page.page_count, page.total)):
        return None
    if page.page_count is not None:
        words.append(request.page < page.page_count)
    elif page.total is not None and size > 0:
        words.append((request.page - 1) * size + len(page.items) < page.total)
    return any(words) if words else None


def is_end(page: Page[T], request: PageRequest, size: int) -> bool:
    """Whether a window reaches the list's end."""
    more = promises_more(page, request, request.limit or size)
    return not more if more is not None else len(page.items) < (request.limit or size)
