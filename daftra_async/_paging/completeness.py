"""What a traversal of a moving list can prove about itself.

The API pages by offset: page ``k`` of ``n`` rows is whatever lies at places ``(k-1)n … kn-1`` at the moment it is
read. Rows that come or go above a boundary between two reads push others across it. A row pushed down is read twice,
which an id gives away. A row pulled up, from page ``k+1`` to page ``k`` after page ``k`` was read, is read never, and
nothing in the answers shows it. With reads in flight together the same happens to rows pushed down, because page
``k+1`` may be read before page ``k``. The promise concerns *survivors*: rows in the list from the first read to the
last. Two arguments carry it.

**The chain.** Let two rows never change places among themselves (any stable order: by id either way, or an endpoint's
own). Suppose every survivor not seen yet lies behind every row seen so far. Now read any stretch of the list that
contains at least one row ``w`` seen before: an unseen survivor lies behind ``w``, therefore not in front of the
stretch, so it is in the stretch (and now seen) or behind all of it. The supposition holds again. It holds at the
start, since the first stretch begins where the list begins, and a stretch that reaches the list's end leaves nothing
unseen. When the reads happened, in which order, and what was inserted or deleted where: none of it enters the
argument. So overlapping stretches prove a traversal, and where ids descend (or ascend) even the overlap is not needed
in three cases: a page that begins at or in front of the last row seen, neighbours whose ids differ by one, and a
re-read that spans both sides of a boundary by id, though the rows themselves are gone.

**The count.** Plain pages do not overlap, and making each overlap the next would cost a second request for each. But
let the ids be given in ascending order to new rows, let the first read (or a look at the newest row before it) show
``N`` rows and the highest id ``X``. Rows with an id up to ``X``, whenever seen, were in the list at that moment: a
later row has a higher id. So when ``N`` different ids up to ``X`` have been seen, all rows of that moment have been
seen, survivors among them. This costs nothing, and holds in any order, stable or not. It needs that rows enter the
list only by being created. With a filter on something that can be edited, an old row may enter and make up the number
for one that was swallowed, so there the count proves nothing; where nothing was seen to move it is still good enough
to stop, unless ``strict=True`` asks for the proof.

Hence the procedure. Plain pages first. A boundary where the counts moved is re-read at once, so that a row it swallowed
comes in its place. At the end, if the count is reached, that is the proof. If it is not (rows deleted before they
were reached, or swallowed unseen), each boundary that no overlap or neighbourhood has proved is re-read, until the
count is reached or all boundaries are proved. What is recovered this late comes last, out of order. An order that edits
can change (``sort="-date"``) leaves only the count; an endpoint that ignores ``limit`` leaves no overlap; both are
then reported instead.

Which lists have which guarantee: lists whose order is newest first (sorted by id, descending) are proved at the price
of a re-read per boundary where something moved. Lists in an endpoint's own order are proved by the count when page 1
holds the newest row, otherwise only with ``strict=True``, which re-reads every boundary. Lists in an order that edits
can change are proved by the count or not at all.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal

import attrs

from ..errors import DaftraError
from .id_set import IdSet
from .page_source import Order

Basis = Literal["count", "overlap"]

PROMISES: Mapping[Order, str] = {
    "newest_first": "every row present for the whole run comes exactly once, and this is proved",
    "oldest_first": "every row present for the whole run comes exactly once, and this is proved",
    "fixed": "every row present for the whole run comes exactly once; proved by the count or with strict=True",
    "editable": "no row comes twice; that none is missed is proved only where the count allows it",
}
"""What each order lets the pager promise."""


@attrs.frozen(kw_only=True)
class Completeness:
    """What a traversal promises and what happened to it.

    ``complete`` is ``True`` when it is proved that every row present for the whole run was delivered, ``False`` when
    it is known that rows may be missing, ``None`` while nothing can be told (not at its end, or without proof either
    way); ``basis`` is what proves it and ``reason`` says it in words. ``finished`` tells whether the list's end was
    reached.

    ``rows`` were delivered, each id once; ``repeated`` came again and were dropped; ``recovered`` were swallowed by a
    moving boundary and found by re-reading it; ``late`` of those came at the end, out of order. ``expected`` is the
    number of rows at the first read. ``rereads`` are requests beyond one per page; ``unproved_boundaries`` those
    boundaries between pages where a row may have been swallowed.
    """

    promise: str
    complete: bool = False
    basis: Basis | None = None
    reason: str = "the list has not been read to its end"
    finished: bool = False
    order: Order
    rows: int = 0
    expected: int | None = None
    repeated: int = 0
    recovered: int = 0
    late: int = 0
    rereads: int = 0
    unproved_boundaries: int = 0


class IncompleteList(DaftraError):
    """A traversal with ``strict=True`` could not prove that it saw every row; ``completeness`` tells what is known."""

    def __init__(self, message: str, completeness: Completeness) -> None:
        super().__init__(message, completeness)
        self.completeness = completeness

    def __str__(self) -> str:
        return str(self.args[0])


class PagingStuck(DaftraError):
    """The server promises further pages and gives the same rows, or none, again and again."""


@attrs.frozen
class Boundary:
    """A place between two pages where a row may have been swallowed.

    ``place`` is the offset of the row after it; ``above`` and ``below`` are the ids on its sides, ``below`` is
    ``None`` at the list's end.
    """

    place: int
    above: int
    below: int | None


_SIGNS: Mapping[Order, int] = {"oldest_first": 1, "newest_first": -1}

_KEPT = (
    "order",
    "expected",
    "moved",
    "repeated",
    "recovered",
    "late",
    "rows",
    "rereads",
    "unprovable",
    "_by_id",
    "_ceiling",
    "_from_start",
    "_last_total",
    "_edge",
)


class TraversalLog:
    """Keeps the books of one traversal: rows seen, boundaries proved, count reached."""

    def __init__(self, *, order: Order, filtered: bool) -> None:
        self.order: Order = order
        self.filtered = filtered
        self.seen = IdSet()
        self.expected: int | None = None
        self.moved = False
        self.order_shown = False
        self.blind = False
        self.repeated = 0
        self.recovered = 0
        self.late = 0
        self.rows = 0
        self.rereads = 0
        self.unprovable = 0
        self._by_id = 0
        self._ceiling: int | None = None
        self._from_start = 0
        self._last_total: int | None = None
        self._edge: int | None = None
        self._pending = array("q")
        self._open_end: Boundary | None = None

    @property
    def sign(self) -> int | None:
        """``1`` where ids ascend along the list, ``-1`` where they descend, ``None`` where they do neither."""
        return _SIGNS.get(self.order)

    @property
    def edge(self) -> int | None:
        """The id furthest along the list among those seen; only known where ids follow the order."""
        return self._edge

    def take_stock(self, ids: Sequence[int], total: int | None, *, skipped: int = 0) -> None:
        """Note the first read: how many rows there are from here on and the highest id among them."""
        if total is None or (not ids and total > skipped):
            return
        self.expected = max(0, total - skipped)
        self._ceiling = max(ids, default=0)

    @property
    def stock_taken(self) -> bool:
        return self.expected is not None

    def note_order(self, ids: Sequence[int]) -> None:
        """Believe the rows: an order that they do not keep is not the order of this list, what it proved is void."""
        sign = self.sign
        self.order_shown = self.order_shown or len(ids) > 1
        if sign is not None and any(sign * a >= sign * b for a, b in pairwise(ids)):
            self.order = "fixed"
            self.unprovable += self._by_id
            self._pending, self._open_end = array("q"), None

    def note_total(self, total: int | None) -> bool:
        """Whether the number of rows differs from the one that the last answer gave."""
        moved = total is not None and self._last_total is not None and total != self._last_total
        self._last_total = self._last_total if total is None else total
        self.moved = self.moved or moved
        return moved

    def joins(self, ids: Sequence[int]) -> bool:
        """Whether a page follows on what was seen, so that no survivor can lie between (see the module's text)."""
        if any(number in self.seen for number in ids):
            return self.order != "editable"
        sign = self.sign
        if sign is None or self._edge is None:
            return False
        self._by_id += 1
        return sign * ids[0] <= sign * self._edge + 1

    def admit(self, number: int | None) -> bool:
        """Enter a row; ``False`` if it was seen before."""
        if number is None:
            self.blind = True
            self.rows += 1
            return True
        if not self.seen.add(number):
            self.repeated += 1
            return False
        self.rows += 1
        sign = _SIGNS.get(self.order)
        if sign is not None and (self._edge is None or sign * number > sign * self._edge):
            self._edge = number
        if self._ceiling is not None and number <= self._ceiling:
            self._from_start += 1
        return True

    def leave_open(self, boundary: Boundary) -> None:
        """Remember a boundary that is not proved; it is proved later, by the count or by re-reading."""
        if self.sign is None:
            self.unprovable += 1
        elif boundary.below is None:
            self._open_end = boundary
        else:
            self._pending.extend((boundary.place, boundary.above, boundary.below))

    def leave_unproved(self) -> None:
        """A boundary that re-reading could not prove."""
        self.unprovable += 1

    def open_boundaries(self) -> Iterator[Boundary]:
        """The boundaries left open; each is taken off the books as it is handed out."""
        pending, self._pending = self._pending, array("q")
        end, self._open_end = self._open_end, None
        for place in range(0, len(pending), 3):
            yield Boundary(pending[place], pending[place + 1], pending[place + 2])
        if end is not None:
            yield end

    def state(self) -> dict[str, Any]:
        """The books as plain JSON, without the ids seen; ``restore`` takes them up again."""
        end = self._open_end
        return {name: getattr(self, name) for name in _KEPT} | {
            "_pending": self._pending.tolist(),
            "_open_end": None if end is None else [end.place, end.above],
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up the books that ``state`` wrote; the ids seen are to be added by the caller."""
        for name in _KEPT:
            setattr(self, name, state[name])
        self._pending = array("q", state["_pending"])
        end = state["_open_end"]
        self._open_end = None if end is None else Boundary(end[0], end[1], None)

    @property
    def count_reached(self) -> bool:
        """Whether all rows of the first read were seen, as far as the count can tell (see the module's text)."""
        return self.expected is not None and not self.blind and self._from_start == self.expected

    @property
    def count_trusted(self) -> bool:
        """Whether the count is reached and rows can have entered the list only by being created."""
        return self.count_reached and not self.filtered

    @property
    def quiet(self) -> bool:
        """Whether the count is reached and nothing was seen to move: likely complete, though filters leave a doubt."""
        return self.count_reached and not self.moved and self.repeated == 0

    def report(self, *, finished: bool) -> Completeness:
        open_boundaries = self.unprovable + len(self._pending) // 3 + (self._open_end is not None)
        complete, basis, reason = self._verdict(finished, open_boundaries)
        return Completeness(
            promise=PROMISES[self.order],
            complete=complete,
            basis=basis,
            reason=reason,
            finished=finished,
            order=self.order,
            rows=self.rows,
            expected=self.expected,
            repeated=self.repeated,
            recovered=self.recovered,
            late=self.late,
            rereads=self.rereads,
            unproved_boundaries=0 if complete else open_boundaries,
        )

    def _verdict(self, finished: bool, open_boundaries: int) -> tuple[bool, Basis | None, str]:
        if not finished:
            return False, None, "the list has not been read to its end"
        if self.blind:
            return False, None, "rows without an id can be neither compared nor counted"
        if self.count_trusted:
            return True, "count", f"all {self.expected} rows of the first read were seen"
        if self.order == "fixed" and not self.moved and len(self.seen) < (self.expected or 0):
            reason = f"{len(self.seen)} of {self.expected} rows came though the list did not change: it keeps no order"
            return False, None, reason
        if not open_boundaries and self.order != "editable":
            return True, "overlap", "every page follows on the one before it"
        if self.filtered and self.quiet:
            reason = (
                "the count is reached and nothing moved, but an edit can bring a row into a filter: use strict=True"
            )
        elif self.order == "editable":
            reason = "the rows lie in an order that edits can change: sort by id, or leave the sorting out"
        elif self.order == "fixed":
            reason = "the endpoint's own order gives no proof without re-reading each boundary: use strict=True"
        else:
            reason = (
                "some boundaries between pages could not be read again: the list changes too fast, or limit is ignored"
            )
        return False, None, f"{open_boundaries} boundaries between pages are unproved; {reason}"
