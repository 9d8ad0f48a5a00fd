"""Whether a list ends with a page, and when a run that gets nowhere is given up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._wire.page import Page
from .completeness import PagingStuck
from .page_source import PageRequest
from .totals import promises_more
from .traversal_log import TraversalLog

_PATIENCE = 3
"""How often the same answer that brings nothing may come again, besides those under way, before the run stops."""

_MOST_GROWTH = 50
"""Pages by which a list, or what came of it, may outgrow twice its size while it is read."""


class EndWatch:
    """Judges the pages of one run in their order."""

    def __init__(self, name: str, log: TraversalLog, *, concurrency: int) -> None:
        self._name = name
        self._log = log
        self._patience = _PATIENCE + concurrency
        self._still = 0
        self._last_look: object = None  # what the last answer held, without holding on to its rows

    def is_end(self, number: int, page: Page[Any], ids: Sequence[int | None], *, new_rows: bool) -> bool:
        """Whether nothing follows a page.

        By its words; without any, only an empty page ends a list. Raises ``PagingStuck`` for a server that goes round
        in circles, and for a list that grows faster than it is read.
        """
        log = self._log
        more = promises_more(page, PageRequest(page=number), log.totals.capacity)
        if more is False or (not page.items and (more is None or self._counted(page))):
            return True
        look = (hash(repr(page.items)) if None in ids else ids, page.total)
        same, self._last_look = look == self._last_look, look
        if new_rows and not (same and log.blind):
            self._still = 0
            self._check_growth()
            return False
        if page.page is not None and page.page < number:
            # It gives an earlier page again though more should follow: there is no way to what lies behind.
            log.unproved += 1
            return True
        self._still = self._still + 1 if same else 0
        if self._still < self._patience and not log.stuck:
            return False
        if more is None:
            log.unproved += 1
            return True
        what = "rows that came before" if page.items else "no rows"
        raise PagingStuck(f"{self._name}: pages up to {number} bring {what}, but it promises more")

    def _counted(self, page: Page[Any]) -> bool:
        """Whether an empty page's total is reached: the page count beside it is too high then."""
        totals = self._log.totals
        return page.total is not None and page.total - totals.skipped <= len(self._log.seen)

    def _check_growth(self) -> None:
        totals, seen = self._log.totals, len(self._log.seen)
        if totals.expected is None:
            return
        room = _MOST_GROWTH * totals.capacity
        if totals.claimed > 2 * totals.expected + room:
            raise PagingStuck(
                f"{self._name}: the list has grown from {totals.expected} rows to {totals.claimed} since it is read"
            )
        if seen > 2 * max(totals.expected, totals.claimed) + room:
            raise PagingStuck(f"{self._name}: {seen} rows came of a list of {totals.claimed}, and it promises more")
