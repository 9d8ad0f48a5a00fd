"""What a traversal of a moving list can prove about itself, and what it says when it cannot.

The API pages by offset: page ``k`` of ``n`` rows is whatever lies at places ``(k-1)n … kn-1`` at the moment it is
read. Rows that come or go above a boundary between two reads push others across it. A row pushed down is read twice,
which an id gives away. A row pulled up, from page ``k+1`` to page ``k`` after page ``k`` was read, is read never, and
nothing in the answers shows it. With reads in flight together the same happens to rows pushed down, because page
``k+1`` may be read before page ``k``. The promise concerns *survivors*: rows in the list from the first read to the
last. Three arguments prove it; each rests on one assumption about the server, that an answer is a stretch of the list
without a hole. Because servers lie, a proof counts only as long as no answer contradicts it.

**Coverage** (lists that lie by id). An answer whose first row has the id ``a`` and whose last row has the id ``b``
holds every row of that moment between ``a`` and ``b``, so every survivor between them was seen. The first page also
covers what lies in front of it, an answer that reaches the list's end what lies behind. So the run is complete when
the stretches covered leave no id out, whenever and in whatever order they were read. Ids are whole numbers: stretches
that end at 17 and begin at 16 leave nothing out.

**The chain** (lists in another order that two rows never change among themselves). Suppose every survivor not seen yet
lies behind every row seen so far. Now read any stretch that contains at least one row ``w`` seen before: an unseen
survivor lies behind ``w``, therefore not in front of the stretch, so it is in the stretch (and now seen) or behind all
of it. The supposition holds again. It holds at the start, since the first stretch begins where the list begins, and a
stretch that reaches the list's end leaves nothing unseen. When the reads happened, and what was inserted or deleted
where, does not enter the argument. So overlapping stretches prove a traversal.

**The count.** Let ids be given in ascending order to new rows, let the first read (or a look at the newest row before
it) show ``N`` rows and the highest id ``X``. Rows with an id up to ``X``, whenever seen, were in the list at that
moment: a later row has a higher id. So when ``N`` different ids up to ``X`` have been seen, all rows of that moment
have been seen, survivors among them. This costs nothing, and holds in any order, stable or not. It needs that rows
enter the list only by being created. With a filter on something that can be edited, an old row may enter and make up
the number for one that was swallowed, so there the count proves nothing; where nothing was seen to move it is still
good enough to stop, unless ``strict=True`` asks for the proof.

**What contradicts a proof.** The arguments are sound and the server may not be: it may hide rows, give page 1 for every
page, compute ``page_count`` from a limit that it does not keep, or ignore the ordering. So the end is believed only if
*no* word of the answer promises more (``total``, ``page_count``, ``next``), and without any word only an empty page
is an end. And nothing is called complete while

- an answer claims more rows than were seen, by its total or by its page count. Rows may be gone since that answer, so
  the list's head is read once more, whose answer is later than all others; rows that came meanwhile are found there.
- an answer holds more or fewer rows than its own words leave place for, or more rows of the first read were seen than
  the first read counted;
- rows are out of the order that a proof stands on. Within an answer this shows at once. A row that turns up where its
  id was covered already came late or lies out of order: the place is read again, and the rows side by side show which.
  In other orders two answers that share rows must show them in one order.

Hence the procedure. Plain pages first. A boundary where the counts moved is re-read at once, so that a row it swallowed
comes in its place. At the end, if the count is reached, that is the proof. If it is not (rows deleted before they
were reached, or swallowed unseen), each gap in the coverage is re-read, until the count is reached or nothing is left
out. Last, rows that the totals claim and nobody saw are looked for. What is found this late comes last, out of order.
All of this is bounded: a run that fetches a hundred pages more than five times those that brought something new gives
up, with ``PagingStuck`` where pages are still to come, or without a claim.

An order that edits can change (``sort="-date"``) leaves only the count; an endpoint that ignores ``limit`` can close no
gap; both are reported instead. Re-reading asks for eight rows where pages are smaller, and believes without any word of
the server's that fewer are the end: an answer that shows a server to give fewer than asked for changes that.

Which lists have which guarantee: lists whose order is newest first (sorted by id, descending) are proved at the price
of a re-read per boundary where something moved. Lists in an endpoint's own order are proved by the count when page 1
holds the newest row, otherwise only with ``strict=True``, which re-reads every boundary. Lists in an order that edits
can change are proved by the count or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from ..errors import DaftraError
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

    ``complete`` is ``True`` when it is proved that every row present for the whole run was delivered and nothing that
    the server said contradicts it, ``False`` otherwise; ``basis`` is what proves it and ``reason`` says it in words.
    ``finished`` tells whether the list's end was reached.

    ``rows`` came, each id once; ``repeated`` came again and were dropped; ``recovered`` were swallowed by a moving
    boundary, or came meanwhile, and were found by re-reading; ``late`` of those came at the end, out of order.
    ``expected`` is the number of rows at the first read. ``rereads`` are requests beyond one per page;
    ``unproved_boundaries`` those boundaries between pages where a row may have been swallowed.
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
    """The server promises further pages that bring nothing new, or the list grows faster than it is read."""
