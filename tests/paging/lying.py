"""A list on a server that lies about it: counts, page numbers, ends, order, rows; in memory and over a real socket."""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import random
from collections.abc import AsyncIterator, Callable
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

import attrs

from daftra_async._paging.page_source import PageRequest
from daftra_async._wire.page import Page

from .simulated import Row, SimulatedList

Total = Literal["honest", "none", "low", "high", "stale"]
PageCount = Literal["honest", "none", "asked", "half", "one", "high"]
HasMore = Literal["honest", "none", "always", "never"]
PageNumber = Literal["honest", "none", "one"]
Rows = Literal["honest", "first page", "hidden", "limit ignored"]
Ordering = Literal["honest", "shuffled", "nearly sorted", "unstable"]


@attrs.frozen(kw_only=True)
class Lies:
    """How a server answers. ``honest`` is the truth at that moment, ``none`` says nothing.

    ``total``: a half, one and a half, or for ever that of the first answer. ``page_count``: computed from the limit
    that was asked for though pages are capped, halved, 1, or one and a half. ``page``: 1 whatever was asked for.
    ``rows``: those of page 1 whatever was asked for, or a few left out of each answer. ``order``: stable and
    arbitrary, by id but for a few, or another for every answer.
    """

    total: Total = "honest"
    page_count: PageCount = "honest"
    has_more: HasMore = "none"
    page: PageNumber = "honest"
    rows: Rows = "honest"
    order: Ordering = "honest"
    cap: int | None = None


class LyingList(SimulatedList):
    """``SimulatedList`` whose answers are as ``lies`` says."""

    def __init__(
        self,
        rows: int,
        lies: Lies,
        *,
        seed: int = 0,
        change: Callable[[SimulatedList], None] = lambda _: None,
        spread: int = 1,
        turns: int = 6,
    ) -> None:
        super().__init__(rows, seed=seed, change=change, spread=spread, turns=turns)
        self._lies = lies
        self._first_total: int | None = None

    def ordered(self, order: tuple[tuple[str, str], ...]) -> list[Row]:
        kind = self._lies.order
        if kind == "shuffled":
            return sorted(self.rows.values(), key=lambda row: row.place)
        if kind == "nearly sorted":
            return sorted(self.rows.values(), key=lambda row: -row.id + (3.5 if row.place > 0.9 else 0))
        if kind == "unstable":
            return self.random.sample(list(self.rows.values()), len(self.rows))
        return super().ordered(order)

    def answer(self, request: PageRequest) -> Page[Row]:
        lies, limit = self._lies, request.limit or 20
        size = 20 if lies.rows == "limit ignored" else min(limit, lies.cap or limit)
        rows = self.ordered(request.order)
        start = 0 if lies.rows == "first page" else (request.page - 1) * size
        items = rows[start : start + size]
        if lies.rows == "hidden":
            items = [row for row in items if self.random.random() > 0.1]
        honest = max(1, math.ceil(len(rows) / size))
        if self._first_total is None:
            self._first_total = len(rows)
        totals: dict[Total, int | None] = {
            "none": None,
            "low": len(rows) // 2,
            "high": len(rows) * 3 // 2,
            "stale": self._first_total,
        }
        counts: dict[PageCount, int | None] = {
            "none": None,
            "asked": max(1, math.ceil(len(rows) / limit)),
            "half": max(1, honest // 2),
            "one": 1,
            "high": honest * 3 // 2,
        }
        more: dict[HasMore, bool | None] = {"none": None, "always": True, "never": False}
        numbers: dict[PageNumber, int | None] = {"none": None, "one": 1}
        return Page(
            items=items,
            page=numbers.get(lies.page, request.page),
            page_count=counts.get(lies.page_count, honest),
            total=totals.get(lies.total, len(rows)),
            has_more=more.get(lies.has_more, request.page < honest),
        )


def some_lies(draw: random.Random) -> Lies:
    """Lies in which something honest is left to contradict them: the total, or the page count, or whether more follows.

    Rows that are left out, and page 1 for every page, are contradicted by the total alone.
    """
    honest = draw.choice(["total", "total", "page_count", "has_more"])
    rows: Rows = draw.choice(["honest", "honest", "first page", "hidden"]) if honest == "total" else "honest"
    orders: tuple[Ordering, ...] = ("honest", "shuffled", "nearly sorted", "unstable")
    order = draw.choice(orders if honest == "total" else orders[:3])
    return Lies(
        total="honest" if honest == "total" else draw.choice(["honest", "none", "low", "high", "stale"]),
        page_count="honest" if honest == "page_count" else draw.choice(["none", "asked", "half", "one", "high"]),
        has_more="honest" if honest == "has_more" else draw.choice(["none", "none", "always", "never"]),
        page=draw.choice(["honest", "none", "one"]),
        rows=rows,
        order=order,
        cap=draw.choice([None, None, 7, 12]),
    )


def storm(rows: SimulatedList) -> None:
    """A page of new rows between any two answers."""
    for _ in range(20):
        rows.insert()


@contextlib.asynccontextmanager
async def serving(rows: SimulatedList, *, pagination: bool = True) -> AsyncIterator[str]:
    """A loopback server that answers every v1 list as ``rows`` does; its base URL."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                target = urlsplit(head.split(" ")[1])
                body = json.dumps(_v1(await rows.fetch(_asked(target.query)), pagination=pagination)).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b"
                    % (len(body), body)
                )
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def _asked(query: str) -> PageRequest:
    said = dict(parse_qsl(query))
    order = tuple((name, said[name]) for name in ("sort", "direction") if name in said)
    return PageRequest(page=int(said.get("page", "1")), limit=int(said.get("limit", "20")), order=order)


def _v1(page: Page[Row], *, pagination: bool) -> dict[str, Any]:
    said = {"page": page.page, "page_count": page.page_count, "total_results": page.total}
    if page.has_more is not None:
        said["next"] = f"/api2/clients/?page={(page.page or 1) + 1}" if page.has_more else None  # type: ignore[assignment]
    kept = {name: value for name, value in said.items() if value is not None or name == "next"}
    answer = {"code": 200, "result": "successful", "data": [{"Client": {"id": str(row.id)}} for row in page.items]}
    return {**answer, "pagination": kept} if pagination else answer
