"""Re-read the boundary between two pages, to find the rows it swallowed and to prove that there are no more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container, Sequence
from typing import Generic, TypeVar

import attrs

from .._wire.page import Page
from .page_source import PageRequest
from .totals import promises_more, says_nothing

T = TypeVar("T")

_ATTEMPTS = 14
"""Re-reads that found nothing new before a boundary is given up; what is found sets the count back."""

_SMALLEST_WINDOW = 8
"""Rows that a re-read asks for though the pages are smaller; fewer leave no room on both sides of a boundary."""


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

    ``place`` is the offset where the boundary was found.
    """

    rows: list[T]
    proved: bool
    requests: int
    place: int


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


class BoundaryReader(Generic[T]):
    """Reads windows around boundaries.

    ``capacity`` is the number of rows on a page, ``capped`` tells that it is less than was asked for. Windows ask for
    no more than ``largest`` rows: an answer that holds fewer though more follow lowers it for good. ``limit_ignored``:
    the server sends more rows than are asked for, so that no window of ours can lie over a boundary.
    """

    def __init__(
        self,
        fetch: Callable[[PageRequest], Awaitable[Page[T]]],
        row_id: Callable[[T], int | None],
        *,
        capacity: int,
        capped: bool,
    ) -> None:
        self.largest = max(capacity, _SMALLEST_WINDOW)
        self._served = (
            capacity if capped else self.largest
        )  # a page of so many rows is sure to be full, if rows there are
        self.limit_ignored = False
        self._fetch = fetch
        self._row_id = row_id

    async def check(self, place: int, sides: Sides) -> BoundaryCheck[T]:
        """Read windows around an offset until one reaches from above the boundary to below it.

        The rows may have moved since the pages were read: a window that lies off the boundary is moved towards it, by
        steps that double as long as the direction stays, and the next one is wider.
        """
        found: dict[int, T] = {}
        search = _Search(place)
        requests = idle = 0
        window: _Window[T] | None = None
        while idle < _ATTEMPTS and not self.limit_ignored:
            before, window = window, await self._window(search.place, margin=min(2 << idle, self.largest // 2))
            requests += 1
            if window is None or window == before:
                break
            top = _last(window.ids, found, sides.above)
            if top is None and window.start > 0:
                search.turn(-1, window.start)
                idle += 1
                continue
            inside, reached = _until(window.ids[0 if top is None else top + 1 :], sides.below)
            news = {number: window.rows[number] for number in inside if number not in found}
            found |= news
            if reached or window.ends_list:
                return BoundaryCheck(
                    rows=list(found.values()), proved=True, requests=requests, place=window.start + (top or 0)
                )
            if inside:
                # What lies inside must be read without a hole: the next window begins in this one.
                search.place = window.start + len(window.ids)
            else:
                search.turn(1, window.start + len(window.ids))
            idle = 0 if news else idle + 1
        return BoundaryCheck(rows=list(found.values()), proved=False, requests=requests, place=place)

    async def _window(self, place: int, *, margin: int) -> _Window[T] | None:
        """One window; ``None`` where its rows cannot be told apart or it holds more than was asked for."""
        request = window_at(place, margin=margin, largest=self.largest)
        limit = request.limit or self.largest
        page = await self._fetch(request)
        ids = [number for row in page.items if (number := self._row_id(row)) is not None]
        self.limit_ignored = len(page.items) > limit
        if len(ids) < len(page.items) or self.limit_ignored:
            return None
        more = promises_more(page, request, limit)
        if more and 0 < len(ids) < limit:
            self.largest = max(2, len(ids))
        self._served = max(self._served, len(ids))
        if says_nothing(page) and len(ids) < limit:
            self.largest = max(2, self._served)
        if more is None:
            short = 0 < len(ids) < limit <= self._served or (not ids and request.page == 1)
            more = not (short and says_nothing(page))
        return _Window(
            ids=ids,
            rows=dict(zip(ids, page.items, strict=True)),
            start=(request.page - 1) * limit,
            ends_list=not more,
        )


@attrs.frozen(kw_only=True)
class _Window(Generic[T]):
    ids: list[int]
    rows: dict[int, T] = attrs.field(eq=False)
    start: int
    ends_list: bool


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
