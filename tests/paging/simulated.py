"""A list on a server in memory, with offset pages, that changes while it is read. Seeded: a run can be repeated."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Callable
from typing import Literal

import attrs

from daftra_async._paging.page_source import Order, PageRequest, PageSource
from daftra_async._wire.page import Page

Words = Literal["all", "more", "none"]
"""What an answer says of the list: all figures, only whether more follows, nothing."""

NEWEST = (("sort", "id"), ("direction", "desc"))
OLDEST = (("sort", "id"), ("direction", "asc"))


@attrs.frozen
class Row:
    id: int
    place: float
    """Where the row lies in the server's own order; a row keeps it."""


class SimulatedList:
    """Rows with ids from 1 up, read in pages; ``change`` is called before each answer and may insert and delete.

    Answers wait a seeded number of turns of the event loop before and after they are made, so requests in flight
    together are answered in any order.
    """

    def __init__(
        self,
        rows: int,
        *,
        seed: int = 0,
        change: Callable[[SimulatedList], None] = lambda _: None,
        words: Words = "all",
        largest_limit: int | None = None,
        default_limit: int = 20,
        ignores_sort: bool = False,
        ignores_limit: bool = False,
        spread: int = 1,
        turns: int = 6,
    ) -> None:
        self.random = random.Random(seed)
        self.rows: dict[int, Row] = {}
        self.words = words
        self.deleted: set[int] = set()
        self.requests: list[PageRequest] = []
        self.in_flight = 0
        self.most_in_flight = 0
        self.cancelled = 0
        self._next_id = 1
        self._spread = spread
        self._change = change
        self._largest_limit = largest_limit
        self._default_limit = default_limit
        self._ignores_sort = ignores_sort
        self._ignores_limit = ignores_limit
        self._turns = turns
        for _ in range(rows):
            self.insert()
        self.at_first_read: set[int] = set()

    def insert(self) -> None:
        row = Row(self._next_id, self.random.random())
        self._next_id += self.random.randint(1, self._spread)
        self.rows[row.id] = row

    def delete(self, number: int) -> None:
        del self.rows[number]
        self.deleted.add(number)

    def ordered(self, order: tuple[tuple[str, str], ...]) -> list[Row]:
        if self._ignores_sort or not order:
            return sorted(self.rows.values(), key=lambda row: row.place)
        return sorted(self.rows.values(), key=lambda row: row.id, reverse=dict(order)["direction"] == "desc")

    def survivors(self) -> set[int]:
        return self.at_first_read - self.deleted

    async def fetch(self, request: PageRequest) -> Page[Row]:
        self.requests.append(request)
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await self._wait()
            if not self.at_first_read:
                self.at_first_read = set(self.rows)
            else:
                self._change(self)
            page = self.answer(request)
            await self._wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.in_flight -= 1
        return page

    async def _wait(self) -> None:
        for _ in range(self.random.randint(1, self._turns)):
            await asyncio.sleep(0)

    def answer(self, request: PageRequest) -> Page[Row]:
        limit = self._default_limit if request.limit is None or self._ignores_limit else request.limit
        limit = min(limit, self._largest_limit or limit)
        rows = self.ordered(request.order)
        start = (request.page - 1) * limit
        items, count = rows[start : start + limit], max(1, math.ceil(len(rows) / limit))
        if self.words == "none":
            return Page(items=items)
        more = start + limit < len(rows)
        if self.words == "more":
            return Page(items=items, has_more=more)
        return Page(items=items, page=request.page, page_count=count, per_page=limit, total=len(rows), has_more=more)

    def source(
        self, order: Order = "newest_first", *, filtered: bool = False, take_stock: bool = False
    ) -> PageSource[Row]:
        pairs = {"newest_first": NEWEST, "oldest_first": OLDEST}.get(order, ())
        return PageSource(
            fetch=self.fetch,
            name="rows.list",
            order=order,
            order_query=pairs,
            newest_first_query=NEWEST if take_stock else (),
            filtered=filtered,
        )


def changing(*, inserts: float, deletes: float, most: int = 1000) -> Callable[[SimulatedList], None]:
    """Before each answer: inserts and deletes with these probabilities, several at times, ``most`` over all."""
    left = most

    def change(rows: SimulatedList) -> None:
        nonlocal left
        while left and rows.random.random() < inserts:
            rows.insert()
            left -= 1
        while left and rows.rows and rows.random.random() < deletes:
            rows.delete(rows.random.choice(list(rows.rows)))
            left -= 1

    return change


def swapping(share: float) -> Callable[[SimulatedList], None]:
    """Before such a share of the answers: a row comes and another goes, so that the total stays as it was."""

    def swap(rows: SimulatedList) -> None:
        if rows.rows and rows.random.random() < share:
            rows.delete(rows.random.choice(list(rows.rows)))
            rows.insert()

    return swap
