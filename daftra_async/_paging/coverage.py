"""Which ids of a list that lies by id the answers have covered, and which gaps are left between them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import attrs

BEGIN, END = -(2**63), 2**63 - 1
"""The positions of a list's beginning and end."""


@attrs.frozen
class Gap:
    """Ids between two stretches that no answer covered: positions ``above`` and ``below`` are seen, none between.

    ``place`` is about the offset of the row after the gap.
    """

    above: int
    below: int
    place: int


class Coverage:
    """Stretches of positions, merged where they meet. A position is an id times the list's direction: it ascends.

    An answer shows every row that lay between its first and its last row when it was given; so a row that stays in
    the list, with a position in any stretch, was seen.
    """

    def __init__(self) -> None:
        self._starts = array("q")
        self._ends = array("q")
        self._places = array("q")

    def __contains__(self, position: int) -> bool:
        found = bisect_right(self._starts, position) - 1
        return found >= 0 and position <= self._ends[found]

    @property
    def edge(self) -> int:
        """The end of the last stretch."""
        return self._ends[-1] if self._ends else BEGIN

    @property
    def whole(self) -> bool:
        """Whether one stretch reaches from the list's beginning to its end."""
        return len(self._starts) == 1 and self._starts[0] == BEGIN and self._ends[0] == END

    def add(self, first: int, last: int, place: int) -> None:
        """Cover the positions from ``first`` to ``last``; ``place`` is the offset of the first."""
        low = bisect_left(self._ends, first - 1 if first > BEGIN else first)
        high = bisect_right(self._starts, last + 1 if last < END else last)
        if low < high:
            first, last = min(first, self._starts[low]), max(last, self._ends[high - 1])
            place = self._places[low]
        self._starts[low:high] = array("q", [first])
        self._ends[low:high] = array("q", [last])
        self._places[low:high] = array("q", [place])

    def gap_before(self, position: int) -> int | None:
        """The position after which a gap begins that ends at ``position``; ``None`` where there is none."""
        after = bisect_left(self._ends, position - 1)
        if after == 0 or (after < len(self._starts) and self._starts[after] <= position):
            return None
        return self._ends[after - 1]

    def gaps(self, end: int) -> Iterator[Gap]:
        """The gaps there are now, in the list's order; the list's end lies at about the offset ``end``."""
        for above, below, place in zip(self._ends[:-1], self._starts[1:], self._places[1:], strict=True):
            yield Gap(above, below, place)
        if self._ends and self._ends[-1] != END:
            yield Gap(self._ends[-1], END, end)

    @property
    def gap_count(self) -> int:
        return max(0, len(self._starts) - 1) + (bool(self._ends) and self._ends[-1] != END)

    def state(self) -> tuple[list[int], list[int], list[int]]:
        """The stretches as plain lists: where each starts and ends, and the offset of its first row."""
        return self._starts.tolist(), self._ends.tolist(), self._places.tolist()

    def restore(self, starts: list[int], ends: list[int], places: list[int]) -> None:
        """Take up what ``state`` gave. Raises ``ValueError`` for what it cannot have given."""
        edges = [edge for pair in zip(starts, ends, strict=True) for edge in pair]
        if len(places) != len(starts) or edges != sorted(edges):
            raise ValueError("the stretches of ids are not in their order")
        self._starts, self._ends, self._places = array("q", starts), array("q", ends), array("q", places)
