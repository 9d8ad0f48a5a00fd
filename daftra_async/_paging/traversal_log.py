"""The books of one traversal: which rows were seen, what the answers claim, what is proved and what contradicts it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import gt, lt
from typing import Any, cast

import attrs

from .completeness import PROMISES, Basis, Completeness
from .coverage import BEGIN, END, Coverage, Gap
from .id_set import IdSet
from .page_source import Order
from .totals import Totals

_SIGNS: Mapping[Order, int] = {"oldest_first": 1, "newest_first": -1}

_SLACK = 100
_PER_PAGE = 8
"""Requests in vain that any list may cost, and those that each page with something new allows beside them."""

_RECENT_ROWS = 1000
"""Rows of the latest answers whose order the next answer is held against."""


@attrs.define(kw_only=True)
class TraversalLog:
    """What is known of a list while it is read.

    ``order`` is the order that the rows are believed to keep: what they show corrects it. ``unproved`` counts the
    boundaries between pages that neither overlap nor re-reading proved, in lists that do not lie by id. ``blind``: rows
    came without an id. ``pages`` brought something new, ``barren`` ones did not. ``from_start`` rows have an id up to
    the ``ceiling``, the highest id of the first read. ``rows``, ``repeated``, ``recovered``, ``late`` and ``rereads``
    are those of ``Completeness``.
    """

    order: Order
    filtered: bool
    totals: Totals = attrs.Factory(Totals)
    seen: IdSet = attrs.field(factory=IdSet, repr=False)
    coverage: Coverage = attrs.field(factory=Coverage, repr=False)
    pages: int = 0
    barren: int = 0
    rows: int = 0
    repeated: int = 0
    recovered: int = 0
    late: int = 0
    rereads: int = 0
    unproved: int = 0
    blind: bool = False
    ceiling: int | None = None
    from_start: int = 0
    _recent: deque[Sequence[int]] = attrs.field(factory=deque, repr=False)

    @property
    def sign(self) -> int | None:
        """``1`` where ids ascend along the list, ``-1`` where they descend, ``None`` where they do neither."""
        return _SIGNS.get(self.order)

    @property
    def spent(self) -> bool:
        """Whether more was read again than the pages that brought something new can justify."""
        return self.rereads > _SLACK + _PER_PAGE * self.pages

    @property
    def stuck(self) -> bool:
        """Whether more pages brought nothing new than those that did can justify."""
        return self.barren > _SLACK + _PER_PAGE * self.pages

    def take_stock(self, ids: Sequence[int], total: int | None) -> None:
        """Note the first read: how many rows there are from here on and the highest id among them."""
        if total is None or (not ids and total > self.totals.skipped):
            return
        self.totals.expected = max(0, total - self.totals.skipped)
        self.ceiling = max(ids, default=0)

    def note_order(self, ids: Sequence[int]) -> None:
        """Believe the rows: an order that they do not keep is not the order of this list, what it proved is void."""
        sign = self.sign
        if sign is not None:
            if not all(map(lt if sign > 0 else gt, ids, islice(ids, 1, None))):
                self.order = "fixed"
                self.unproved += self.pages
        elif self.order == "fixed":
            if not all(keeps_order(ids, others) for others in self._recent):
                self.order = "editable"
            self._recent.append(ids)
            while len(self._recent) > 1 and sum(map(len, self._recent)) > _RECENT_ROWS:
                self._recent.popleft()

    def cover(self, ids: Sequence[int], place: int, *, begin: bool, end: bool) -> None:
        """Enter the stretch of a page whose rows lie from an offset on; ``begin`` and ``end``: whether nothing that is
        wanted lies in front of it, or behind it.
        """
        sign = self.sign
        if sign is not None and ids:
            self.coverage.add(BEGIN if begin else sign * ids[0], END if end else sign * ids[-1], place)
        elif sign is not None and begin and end:
            self.coverage.add(BEGIN, END, 0)

    def gap_before(self, ids: Sequence[int], place: int) -> Gap | None:
        """The gap between what was covered and a page at an offset, where rows lie by id."""
        sign = self.sign
        above = None if sign is None or not ids else self.coverage.gap_before(sign * ids[0])
        return None if sign is None or above is None else Gap(above, sign * ids[0], place)

    def overlaps(self, ids: Sequence[int]) -> bool:
        """Whether a page holds a row that was seen, so that no survivor lies in front of it unseen."""
        return self.order == "fixed" and any(number in self.seen for number in ids)

    def strays(self, ids: Sequence[int]) -> bool:
        """Whether a row was not seen though its id was covered: it came since, or lies out of order."""
        sign = self.sign
        if sign is None or sign * ids[0] > self.coverage.edge:
            return False
        return any(sign * number in self.coverage and number not in self.seen for number in ids)

    def admit(self, rows: Sequence[Any], ids: Sequence[int | None]) -> list[Any]:
        """Enter rows; those that were not seen before."""
        numbers = without_none(ids)
        if len(numbers) < len(ids):
            self.blind = True
        added = self.seen.add_all(numbers)
        new_numbers = (
            numbers if all(added) else [number for number, is_new in zip(numbers, added, strict=True) if is_new]
        )
        repeated = len(numbers) - len(new_numbers)
        self.repeated += repeated
        self.rows += len(ids) - repeated
        if self.ceiling is not None:
            self.from_start += sum(map(self.ceiling.__ge__, new_numbers))
        if not repeated:
            return list(rows)
        is_new = iter(added)
        return [row for row, number in zip(rows, ids, strict=True) if number is None or next(is_new)]

    def turn_page(self, *, fruitful: bool) -> None:
        """A page was dealt with; ``fruitful``: it brought something new."""
        if fruitful:
            self.pages += 1
        else:
            self.barren += 1

    def gaps(self) -> Iterator[Gap]:
        """What is left to be covered, where rows lie by id."""
        return iter(list(self.coverage.gaps(self.totals.skipped + self.rows)) if self.sign is not None else [])

    @property
    def count_reached(self) -> bool:
        """Whether all rows of the first read were seen, as far as the count can tell."""
        return self.totals.expected is not None and not self.blind and self.from_start == self.totals.expected

    @property
    def count_trusted(self) -> bool:
        """Whether the count is reached and rows can have entered the list only by being created."""
        return self.count_reached and not self.filtered

    @property
    def quiet(self) -> bool:
        """Whether the count is reached and nothing was seen to move: likely complete, though filters leave a doubt."""
        return self.count_reached and not self.totals.moved and self.repeated == 0

    @property
    def proved(self) -> bool:
        """Whether an argument proves the run, were there no contradiction."""
        return self.count_trusted or (self.order != "editable" and not self.open_boundaries)

    @property
    def missing(self) -> int:
        """How many more rows the answers claim than were seen."""
        return self.totals.missing(len(self.seen))

    @property
    def open_boundaries(self) -> int:
        """Boundaries between pages where a row may have been swallowed."""
        return self.unproved + (self.coverage.gap_count if self.sign is not None else 0)

    def report(self, *, finished: bool) -> Completeness:
        complete, basis, reason = self._verdict(finished)
        return Completeness(
            promise=PROMISES[self.order],
            complete=complete,
            basis=basis,
            reason=reason,
            finished=finished,
            order=self.order,
            rows=self.rows,
            expected=self.totals.expected,
            repeated=self.repeated,
            recovered=self.recovered,
            late=self.late,
            rereads=self.rereads,
            unproved_boundaries=0 if complete else self.open_boundaries,
        )

    def _verdict(self, finished: bool) -> tuple[bool, Basis | None, str]:
        if not finished:
            return False, None, "the list has not been read to its end"
        contradiction = self._contradiction()
        if not self.proved:
            unproved = f"{self.open_boundaries} boundaries between pages are unproved; {self._what_to_do()}"
            return False, None, unproved if contradiction is None else f"{contradiction}; {unproved}"
        if contradiction is not None:
            return False, None, contradiction
        if self.count_trusted:
            return True, "count", f"all {self.totals.expected} rows of the first read were seen"
        return True, "overlap", "every page follows on the one before it"

    def _contradiction(self) -> str | None:
        """What the server said or sent that no complete run can fit."""
        if self.blind:
            return "rows without an id can be neither compared nor counted"
        if self.missing:
            return f"the server counts {self.missing} rows more than the {len(self.seen)} that came"
        if self.totals.misfit is not None:
            return self.totals.misfit
        expected = self.totals.expected
        if expected is not None and not self.filtered and self.from_start > expected:
            return f"{self.from_start} rows of the first read came though it counted {expected}"
        return None

    def _what_to_do(self) -> str:
        if self.filtered and self.quiet:
            return "the count is reached and nothing moved, but an edit can bring a row into a filter: use strict=True"
        if self.order == "editable":
            return "the rows lie in an order that edits can change: sort by id, or leave the sorting out"
        if self.order == "fixed":
            return "the endpoint's own order gives no proof without re-reading each boundary: use strict=True"
        return "some boundaries between pages could not be read again: the list changes too fast, or limit is ignored"


def without_none(ids: Sequence[int | None]) -> Sequence[int]:
    """The ids that there are; ``ids`` itself where every row has one."""
    return [number for number in ids if number is not None] if None in ids else cast("Sequence[int]", ids)


def keeps_order(ids: Sequence[int], others: Sequence[int]) -> bool:
    """Whether rows that two answers share come in the same order in both."""
    places = {number: place for place, number in enumerate(others)}
    shared = [place for number in ids if (place := places.get(number)) is not None]
    return all(map(lt, shared, islice(shared, 1, None)))
