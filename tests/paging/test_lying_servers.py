"""Completeness is never claimed against evidence: lists read from servers that lie about them while others write.

``DAFTRA_PAGING_SEEDS`` sets how many seeds are drawn; the default is a sample.
"""

from __future__ import annotations

import os
import random
from typing import Any

import attrs
import pytest

from daftra_async import ApiKey, Daftra, IncompleteList, PagingStuck
from daftra_async._paging.completeness import Completeness
from daftra_async._paging.page_source import Order, PageRequest
from daftra_async._paging.pager import Pager
from daftra_async._wire.page import Page
from daftra_async.errors import NotFound

from .lying import Lies, LyingList, serving, some_lies, storm
from .simulated import Row, SimulatedList, changing, swapping

SEEDS = int(os.environ.get("DAFTRA_PAGING_SEEDS", "300"))

LIES = {
    "page count from the limit that was asked for": Lies(page_count="asked", cap=12),
    "page count halved": Lies(page_count="half"),
    "page count of one": Lies(page_count="one"),
    "page 1 named for every page": Lies(page="one"),
    "page 1 sent for every page": Lies(rows="first page"),
    "page 1 sent and named for every page": Lies(rows="first page", page="one"),
    "total halved": Lies(total="low"),
    "total too high": Lies(total="high"),
    "total of the first answer": Lies(total="stale"),
    "rows left out": Lies(rows="hidden"),
    "an order of its own": Lies(order="shuffled"),
    "nearly the order asked for": Lies(order="nearly sorted"),
    "another order every time": Lies(order="unstable"),
    "the end never": Lies(has_more="always", page_count="none", total="none"),
    "capped pages and no words": Lies(total="none", page_count="none", page="none", cap=12),
}


@attrs.frozen
class Run:
    missed: set[int]
    repeated: int
    known: Completeness
    requests: int
    end: str


async def read(pager: Pager[Any], rows: SimulatedList) -> Run:
    seen: list[int] = []
    end = "ended"
    try:
        async for row in pager:
            seen.append(row.id)
    except (IncompleteList, PagingStuck) as error:
        end = type(error).__name__
    return Run(rows.survivors() - set(seen), len(seen) - len(set(seen)), pager.completeness, len(rows.requests), end)


def judge(run: Run, *, strict: bool, note: object) -> None:
    assert not run.repeated, note
    assert not (run.known.complete and run.missed), (note, run)
    if strict and run.end == "ended":
        assert run.known.complete, (note, run)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("movement", ["none", "some", "swaps"])
@pytest.mark.parametrize("name", LIES)
async def test_a_lying_server_is_not_believed(name: str, movement: str, strict: bool) -> None:
    """Over a real socket."""
    moves = {"some": changing(inserts=0.3, deletes=0.3, most=40), "swaps": swapping(0.3)}
    for seed in range(4):
        change = moves.get(movement, lambda _: None)
        rows = LyingList(107, LIES[name], seed=seed, change=change, spread=1 + seed % 2)
        async with (
            serving(rows, pagination="no words" not in name) as url,
            Daftra(base_url=url, auth=ApiKey("k"), concurrency=4) as daftra,
        ):
            run = await read(daftra.clients.list(limit=20).using(strict=strict), rows)
        judge(run, strict=strict, note=(name, seed))
        assert run.requests < 600, (name, seed)


@pytest.mark.parametrize("order", ["newest_first", "oldest_first", "fixed", "editable"])
async def test_complete_means_every_survivor_once_whatever_the_server_says(order: Order) -> None:
    for seed in range(SEEDS):
        draw = random.Random(seed)
        lies = some_lies(draw)
        count = draw.choice([0, 1, 5, 19, 20, 21, 60, 200])
        moving = draw.choice([0, 0, 0.2, 0.5])
        change = draw.choice([changing(inserts=moving, deletes=moving, most=count + 10), swapping(moving)])
        rows = LyingList(count, lies, seed=seed, change=change, spread=draw.choice([1, 3]))
        source = rows.source(order, filtered=draw.random() < 0.2, take_stock=order in ("editable", "oldest_first"))
        strict = draw.random() < 0.5
        pager = Pager(source, limit=draw.choice([2, 7, 20]), concurrency=draw.choice([1, 4, 8]), strict=strict)
        run = await read(pager, rows)
        judge(run, strict=strict, note=(seed, lies, count, moving))


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("order", ["newest_first", "oldest_first", "fixed", "editable"])
async def test_a_storm_of_insertions_ends_with_bounded_work(order: Order, strict: bool) -> None:
    for limit in (2, 20):
        rows = LyingList(200, Lies(), change=storm, turns=1)
        pager = Pager(rows.source(order, take_stock=order != "newest_first"), limit=limit, strict=strict)
        run = await read(pager, rows)
        judge(run, strict=strict, note=(order, limit))
        assert run.requests < 1500, (order, limit)


@pytest.mark.parametrize("behind", ["empty", "last page", "not found"])
async def test_a_page_far_behind_the_end_must_be_empty_where_rows_came_again(behind: str) -> None:
    """A server that gives some page for any number may have done so before."""

    def insert(rows: SimulatedList) -> None:
        if len(rows.requests) == 2:
            rows.insert()
            rows.delete(1)

    rows = SimulatedList(60, change=insert, turns=1)

    async def fetch(request: PageRequest) -> Page[Row]:
        page = await rows.fetch(request)
        if page.items or behind == "empty":
            return page
        if behind == "not found":
            raise NotFound("no such page", status=404)
        return await rows.fetch(attrs.evolve(request, page=3))

    pager = Pager(attrs.evolve(rows.source(), fetch=fetch), limit=20, concurrency=1)
    assert rows.survivors() <= {row.id for row in await pager.collect()}
    assert pager.completeness.repeated
    assert pager.completeness.complete == (behind != "last page"), pager.completeness
    if behind == "last page":
        assert "far behind the list's end" in pager.completeness.reason


async def test_more_rows_of_the_first_read_than_it_counted_are_a_contradiction() -> None:
    rows = SimulatedList(60)

    async def fetch(request: PageRequest) -> Page[Row]:
        page = await rows.fetch(request)
        return attrs.evolve(page, total=50, page_count=None, has_more=request.page < 6)

    pager = Pager(attrs.evolve(rows.source(), fetch=fetch), limit=10)
    assert len(await pager.collect()) == 60
    assert not pager.completeness.complete
    assert "promised" in pager.completeness.reason
