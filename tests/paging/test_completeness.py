"""Lists that change while they are read: rows inserted and deleted before any answer, over thousands of seeds.

``DAFTRA_PAGING_SEEDS`` sets how many seeds each case runs; the default is a sample.
"""

from __future__ import annotations

import os
import pickle
import random
from typing import Any

import attrs
import pytest

from daftra_async._paging.completeness import PROMISES, Completeness, IncompleteList
from daftra_async._paging.page_source import Order
from daftra_async._paging.pager import Pager

from .simulated import Row, SimulatedList, changing

SEEDS = int(os.environ.get("DAFTRA_PAGING_SEEDS", "80"))


@attrs.frozen
class Run:
    missed: set[int]
    repeated: int
    completeness: Completeness
    refused: bool


async def read(seed: int, order: Order, *, strict: bool = False, smallest: int = 1, **server: Any) -> Run:
    """One run with everything drawn from the seed: rows, page size, concurrency, how much is inserted and deleted."""
    draw = random.Random(seed)
    count = draw.choice([0, 1, 5, 19, 20, 21, 60, 200])
    change = changing(inserts=draw.choice([0, 0.1, 0.5]), deletes=draw.choice([0, 0.1, 0.5]), most=count + 10)
    rows = SimulatedList(count, seed=seed, change=change, spread=draw.choice([1, 3]), **server)
    limit = max(smallest, draw.choice([1, 2, 3, 7, 20]))
    source = rows.source(order, take_stock=order in ("editable", "oldest_first"))
    pager = Pager(source, limit=limit, concurrency=draw.choice([1, 2, 8]), strict=strict)
    seen: list[int] = []
    refused = False
    try:
        async for row in pager:
            seen.append(row.id)
    except IncompleteList:
        refused = True
    assert rows.in_flight == 0
    return Run(rows.survivors() - set(seen), len(seen) - len(set(seen)), pager.completeness, refused)


@pytest.mark.parametrize("words", ["all", "more", "none"])
@pytest.mark.parametrize("order", ["newest_first", "oldest_first"])
async def test_lists_ordered_by_id_are_complete_and_proved(order: Order, words: str) -> None:
    for seed in range(SEEDS):
        # Without any word, pages of one row look alike when a row is inserted per request.
        run = await read(seed, order, words=words, smallest=2 if words == "none" else 1)
        assert not run.missed, seed
        assert not run.repeated, seed
        assert run.completeness.complete, (seed, run.completeness)


@pytest.mark.parametrize("words", ["all", "more", "none"])
async def test_strict_proves_an_endpoints_own_order_too(words: str) -> None:
    for seed in range(SEEDS):
        run = await read(seed, "fixed", strict=True, words=words)
        assert not run.missed, seed
        assert not run.repeated, seed
        assert run.completeness.complete, (seed, run.completeness)
        assert not run.refused


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("order", ["newest_first", "oldest_first", "fixed", "editable"])
@pytest.mark.parametrize(
    "server",
    [{}, {"words": "none"}, {"words": "more"}, {"ignores_limit": True}, {"largest_limit": 2}, {"largest_limit": 5}],
    ids=str,
)
async def test_what_is_not_complete_is_never_called_complete(
    order: Order, strict: bool, server: dict[str, Any]
) -> None:
    for seed in range(SEEDS // 3):
        run = await read(seed, order, strict=strict, **server)
        assert not run.repeated, seed
        assert not (run.missed and run.completeness.complete), (seed, run.completeness)
        assert run.refused == (strict and not run.completeness.complete), seed
        assert run.completeness.finished


@pytest.mark.parametrize("strict", [False, True])
async def test_a_server_that_ignores_the_ordering_is_found_out_by_its_rows(strict: bool) -> None:
    for seed in range(SEEDS):
        run = await read(seed, "newest_first", strict=strict, ignores_sort=True, smallest=7)
        assert not run.repeated, seed
        assert not (run.missed and run.completeness.complete), (seed, run.completeness)


@pytest.mark.parametrize("limit", [1, 2, 5, 10])
@pytest.mark.parametrize("concurrency", [1, 3, 8])
@pytest.mark.parametrize("delete", [False, True])
async def test_a_change_at_any_border_loses_nothing(limit: int, concurrency: int, delete: bool) -> None:
    """One insertion or deletion, before any one of the answers, at the head or at either side of any boundary."""
    count = 5 * limit
    for before in range(1, 6):
        for place in sorted({0, *(n * limit + side for n in range(1, 5) for side in (-1, 0))}):

            def change(rows: SimulatedList, before: int = before, place: int = place) -> None:
                if len(rows.requests) == before and not rows.deleted and len(rows.rows) == count:
                    rows.delete(count - place) if delete else rows.insert()

            rows = SimulatedList(count, seed=before, change=change)
            pager = Pager(rows.source(), limit=limit, concurrency=concurrency)
            seen = [row.id async for row in pager]
            assert rows.survivors() <= set(seen)
            assert len(seen) == len(set(seen))
            assert pager.completeness.complete


async def test_a_quiet_list_costs_no_request_more() -> None:
    rows = SimulatedList(1000)
    pager = Pager(rows.source(), limit=50)
    assert len(await pager.collect()) == 1000
    assert len(rows.requests) == 20
    assert pager.completeness == Completeness(
        promise=PROMISES["newest_first"],
        complete=True,
        basis="count",
        reason="all 1000 rows of the first read were seen",
        finished=True,
        order="newest_first",
        rows=1000,
        expected=1000,
    )


async def test_a_swallowed_row_comes_in_its_place_where_the_counts_show_it() -> None:
    def delete_near_the_head(rows: SimulatedList) -> None:
        if len(rows.requests) == 3 and not rows.deleted:
            rows.delete(numbers[5])

    rows = SimulatedList(100, change=delete_near_the_head, spread=3)
    numbers = sorted(rows.rows, reverse=True)
    pager = Pager(rows.source(), limit=10, concurrency=1)
    assert [row.id async for row in pager] == numbers
    assert pager.completeness.recovered == 1
    assert pager.completeness.late == 0


async def test_a_filter_that_edits_can_enter_is_proved_by_strict_only() -> None:
    def edit_out_and_in(rows: SimulatedList) -> None:
        """A row leaves the filter above the reader and an old one enters below: the counts notice nothing."""
        if len(rows.requests) == 3 and not rows.deleted:
            rows.delete(max(rows.rows))
            rows.rows[1] = Row(1, 0.0)

    for strict in (False, True):
        rows = SimulatedList(100, change=edit_out_and_in, spread=3)
        rows.delete(1)
        rows.deleted.clear()
        pager = Pager(rows.source(filtered=True), limit=10, concurrency=1, strict=strict)
        seen = [row.id async for row in pager]
        assert pager.completeness.complete == strict
        assert (rows.survivors() <= set(seen)) == strict
        assert strict or "strict=True" in pager.completeness.reason


async def test_an_order_that_edits_can_change_is_reported_and_refused_by_strict() -> None:
    rows = SimulatedList(100, seed=3, change=changing(inserts=0.3, deletes=0.3, most=40), turns=1)
    pager = Pager(rows.source("editable"), limit=10)
    await pager.collect()
    assert not pager.completeness.complete
    assert "sort by id" in pager.completeness.reason
    with pytest.raises(IncompleteList, match="completeness is not proved") as refusal:
        await pager.using(strict=True).collect()
    assert refusal.value.completeness.finished
    assert pickle.loads(pickle.dumps(refusal.value)).completeness == refusal.value.completeness


async def test_rows_without_ids_are_reported() -> None:
    rows = SimulatedList(30)
    pager = Pager(attrs.evolve(rows.source(), row_id=lambda row: None), limit=10)
    assert len(await pager.collect()) == 30
    assert "without an id" in pager.completeness.reason


async def test_before_and_while_reading_nothing_is_claimed() -> None:
    pager = Pager(SimulatedList(30).source(), limit=10)
    assert not pager.completeness.complete
    assert pager.completeness.promise == PROMISES["newest_first"]
    async for _ in pager:
        assert not pager.completeness.finished
        break
    assert not pager.completeness.complete
