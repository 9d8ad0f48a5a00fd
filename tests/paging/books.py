"""The books of a traversal as a first page leaves them."""

from __future__ import annotations

from daftra_async._paging.page_source import Order, PageRequest
from daftra_async._paging.traversal_log import TraversalLog
from daftra_async._wire.page import Page

ORDERED: list[Order] = ["newest_first", "oldest_first"]
UNORDERED: list[Order] = ["fixed", "editable"]


def read(log: TraversalLog, *ids: int | None) -> list[int | None]:
    """Enters rows, one at a time; those that are new."""
    return [row for number in ids for row in log.admit([number], [number])]


def along(order: Order, *ids: int) -> list[int]:
    """The ids in the order of the list: given as they ascend."""
    return list(ids) if order == "oldest_first" else list(reversed(ids))


def empty(order: Order) -> TraversalLog:
    return TraversalLog(order=order, filtered=False)


def begun(order: Order = "newest_first", *ids: int, filtered: bool = False, total: int | None = None) -> TraversalLog:
    """The books after a first page of these rows, which is the list's last where the total says so."""
    log = TraversalLog(order=order, filtered=filtered)
    page, request = Page(items=list(ids), total=total), PageRequest()
    log.totals.begin(page, request)
    log.totals.note(page, request)
    log.totals.note_movement(total)
    log.note_order(ids)
    log.take_stock(ids, total)
    log.cover(ids, 0, begin=True, end=total is not None and total <= len(ids))
    log.admit(list(ids), ids)
    log.turn_page(fruitful=True)
    return log
