"""The pager against a list that holds still, or a server that misbehaves: order, bounds, stopping, ending."""

from __future__ import annotations

import asyncio
import random
import weakref

import attrs
import pytest

from daftra_async._paging.page_source import PageRequest, PageSource, ordered_query
from daftra_async._paging.pager import Pager, PagingStuck
from daftra_async._wire.page import Page
from daftra_async.errors import ConfigurationError, NotFound

from .simulated import NEWEST, Row, SimulatedList


def newest_first(count: int) -> list[int]:
    return list(range(count, 0, -1))


async def test_awaiting_fetches_one_page_as_it_was_asked_for() -> None:
    rows = SimulatedList(50)
    page = await Pager(rows.source(), limit=7, start_page=3)
    assert len(page.items) == 7
    assert rows.requests == [PageRequest(page=3, limit=7, order=())]


async def test_iterating_yields_every_row_in_order_whatever_order_the_answers_take() -> None:
    rows = SimulatedList(1003, turns=40)
    assert [row.id async for row in Pager(rows.source(), limit=10)] == newest_first(1003)
    assert len(rows.requests) == 101
    assert {request.order for request in rows.requests} == {NEWEST}


@pytest.mark.parametrize("concurrency", [1, 2, 8])
async def test_at_most_concurrency_requests_are_in_flight(concurrency: int) -> None:
    rows = SimulatedList(600, turns=20)
    pages = [page async for page in Pager(rows.source(), limit=10).pages(concurrency=concurrency)]
    assert len(pages) == 60
    assert rows.most_in_flight == concurrency


@pytest.mark.parametrize("concurrency", [1, 2, 8])
async def test_at_most_concurrency_pages_are_in_memory(concurrency: int) -> None:
    alive: weakref.WeakSet[Rows] = weakref.WeakSet()
    rows = SimulatedList(600, turns=1)
    most = 0

    async def fetch(request: PageRequest) -> Page[Row]:
        nonlocal most
        page = await rows.fetch(request)
        items = Rows(page.items)
        alive.add(items)
        most = max(most, len(alive))
        return attrs.evolve(page, items=items)

    async for page in Pager(attrs.evolve(rows.source(), fetch=fetch), limit=10, concurrency=concurrency).pages():
        for _ in range(30):
            await asyncio.sleep(0)
        del page
    assert most == concurrency


class Rows(list[Row]):
    """A page's rows, which can be watched coming and going."""

    __hash__ = object.__hash__  # type: ignore[assignment]


async def test_breaking_out_of_the_loop_stops_the_requests_under_way() -> None:
    rows = SimulatedList(1000, turns=50)
    async for row in Pager(rows.source(), limit=10):
        if row.id == 985:
            break
    for _ in range(20):
        await asyncio.sleep(0)
    assert rows.in_flight == 0
    assert rows.cancelled > 0
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_cancelling_the_consumer_stops_the_requests_under_way() -> None:
    rows = SimulatedList(1000, turns=50)
    reader = asyncio.create_task(Pager(rows.source(), limit=10).collect())
    for _ in range(400):
        await asyncio.sleep(0)
        if rows.in_flight == 8:
            break
    assert rows.in_flight == 8
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    assert rows.in_flight == 0
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_an_error_comes_in_its_turn_and_stops_the_rest() -> None:
    rows = SimulatedList(200, turns=5)

    async def fetch(request: PageRequest) -> Page[Row]:
        page = await rows.fetch(request)
        if request.page == 5:
            raise NotFound("gone", status=404)
        return page

    seen: list[int] = []

    async def read() -> None:
        async for row in Pager(attrs.evolve(rows.source(), fetch=fetch), limit=10):
            seen.append(row.id)

    with pytest.raises(NotFound):
        await read()
    assert seen == newest_first(200)[:40]
    assert rows.in_flight == 0


async def test_max_items_ends_the_run_and_fetches_no_page_beyond() -> None:
    rows = SimulatedList(1000)
    assert [row.id for row in await Pager(rows.source(), limit=10, max_items=25).collect()] == newest_first(1000)[:25]
    assert len(rows.requests) == 3
    pager = Pager(rows.source(), limit=10, strict=True)
    assert len(await pager.collect(max_items=5)) == 5
    assert not pager.completeness.finished
    assert not pager.completeness.complete
    assert len(await pager.collect(max_items=1000)) == 1000
    assert pager.completeness.complete


async def test_start_page_begins_there_and_the_rest_is_still_proved() -> None:
    rows = SimulatedList(100)
    pager = Pager(rows.source(), limit=10, start_page=4)
    assert [row.id for row in await pager.collect()] == newest_first(100)[30:]
    assert pager.completeness.complete
    assert pager.completeness.expected == 70


async def test_count_is_the_servers_word_or_counted() -> None:
    assert await Pager(SimulatedList(123).source()).count() == 123
    assert await Pager(SimulatedList(123, words="none").source()).count() == 123

    async def fetch(request: PageRequest) -> Page[Row]:
        return Page(items=[Row(9, 0.0)], page_count=77, per_page=1)

    assert await Pager(PageSource(fetch=fetch)).count() == 77


async def test_an_empty_list_is_one_empty_page() -> None:
    pager = Pager(SimulatedList(0).source())
    assert [page.items async for page in pager.pages()] == [[]]
    assert pager.completeness.complete


@pytest.mark.parametrize("words", ["all", "more", "none"])
async def test_a_server_that_caps_the_limit_is_believed(words: str) -> None:
    rows = SimulatedList(230, largest_limit=50, words=words)  # type: ignore[arg-type]
    assert [row.id async for row in Pager(rows.source(), limit=1000)] == newest_first(230)


async def test_a_server_that_ignores_the_limit_is_believed() -> None:
    rows = SimulatedList(230, ignores_limit=True)
    assert [row.id async for row in Pager(rows.source(), limit=7)] == newest_first(230)


async def test_a_list_that_is_not_paged_at_all_comes_once() -> None:
    items = [Row(number, 0.0) for number in range(5)]
    calls = 0

    async def fetch(request: PageRequest) -> Page[Row]:
        nonlocal calls
        calls += 1
        return Page(items=items)

    pager = Pager(PageSource(fetch=fetch), limit=5)
    assert [row.id async for row in pager] == [0, 1, 2, 3, 4]
    assert calls < 40
    assert not pager.completeness.complete


@pytest.mark.parametrize("items", [[Row(1, 0.0), Row(2, 0.0)], []])
async def test_a_server_that_always_promises_more_and_gives_the_same_is_called_stuck(items: list[Row]) -> None:
    calls = 0

    async def fetch(request: PageRequest) -> Page[Row]:
        nonlocal calls
        calls += 1
        return Page(items=list(items), has_more=True)

    with pytest.raises(PagingStuck, match="promises more"):
        await Pager(PageSource(fetch=fetch), limit=2).collect()
    assert calls < 60


async def test_a_page_count_that_runs_away_is_called_stuck() -> None:
    async def fetch(request: PageRequest) -> Page[Row]:
        return Page(items=[Row(1, 0.0)], page=request.page, page_count=request.page + 10, total=10 + request.page)

    with pytest.raises(PagingStuck):
        await Pager(PageSource(fetch=fetch), limit=1).collect()


async def test_rows_without_an_id_that_repeat_for_ever_end_the_run() -> None:
    async def fetch(request: PageRequest) -> Page[dict[str, str]]:
        return Page(items=[{"name": "x"}], has_more=True)

    with pytest.raises(PagingStuck):
        await Pager(PageSource(fetch=fetch)).collect()


async def test_a_server_that_repeats_its_last_page_past_the_end_ends_the_run() -> None:
    async def fetch(request: PageRequest) -> Page[Row]:
        number = min(request.page, 3)
        return Page(items=[Row(10 - number, 0.0)], page=number, has_more=True)

    assert [row.id for row in await Pager(PageSource(fetch=fetch), limit=1).collect()] == [9, 8, 7]


def told(items: list[Row], request: PageRequest, rows: int) -> Page[Row]:
    return Page(items=items, page=request.page, page_count=-(-rows // (request.limit or 20)), total=rows)


async def test_a_server_that_gives_the_first_page_for_every_other_is_not_called_complete() -> None:
    async def fetch(request: PageRequest) -> Page[Row]:
        return attrs.evolve(told([Row(9, 0.0), Row(8, 0.0)], request, rows=9), page=1)

    pager = Pager(PageSource(fetch=fetch, order="newest_first"), limit=2)
    assert [row.id async for row in pager] == [9, 8]
    assert not pager.completeness.complete


@pytest.mark.parametrize("count", [0, -1])
async def test_counts_that_leave_no_place_for_the_rows_beside_them_are_not_believed(count: int) -> None:
    rows = SimulatedList(50)

    async def fetch(request: PageRequest) -> Page[Row]:
        return attrs.evolve(await rows.fetch(request), page_count=count, total=count, has_more=None)

    pager = Pager(attrs.evolve(rows.source(), fetch=fetch), limit=10)
    assert [row.id async for row in pager] == newest_first(50)


async def test_pages_of_one_row_do_not_prove_an_order_that_they_do_not_keep() -> None:
    rows = list(range(1, 21))

    async def fetch(request: PageRequest) -> Page[Row]:
        if request.page == 5:
            rows.remove(2)
        size = request.limit or 1
        here = rows[(request.page - 1) * size : request.page * size]
        return told([Row(number, 0.0) for number in here], request, rows=len(rows))

    pager = Pager(PageSource(fetch=fetch, order="newest_first"), limit=1, concurrency=1)
    seen = {row.id async for row in pager}
    assert seen >= set(rows) or not pager.completeness.complete


async def test_a_list_without_any_order_is_not_called_complete() -> None:
    draw = random.Random(1)

    async def fetch(request: PageRequest) -> Page[Row]:
        return told([Row(number, 0.0) for number in draw.sample(range(1, 101), 10)], request, rows=100)

    pager = Pager(PageSource(fetch=fetch), limit=10)
    assert len([row async for row in pager]) < 100
    assert not pager.completeness.complete


async def test_one_empty_page_in_the_middle_is_asked_for_again() -> None:
    rows = SimulatedList(100)
    emptied: list[int] = []

    async def fetch(request: PageRequest) -> Page[Row]:
        page = await rows.fetch(request)
        if request.page == 4 and not emptied:
            emptied.append(4)
            return attrs.evolve(page, items=[])
        return page

    pager = Pager(attrs.evolve(rows.source(), fetch=fetch), limit=10)
    assert [row.id async for row in pager] == newest_first(100)
    assert pager.completeness.complete


async def test_a_pager_can_be_read_again_and_changed() -> None:
    rows = SimulatedList(30)
    pager = Pager(rows.source(), limit=10)
    assert len(await pager.collect()) == len(await pager.collect()) == 30
    assert len(await pager.using(max_items=3, concurrency=2, strict=True).collect()) == 3
    assert repr(pager) == "<Pager of rows.list>"


@pytest.mark.parametrize(
    "arguments", [{"limit": 0}, {"start_page": 0}, {"max_items": -1}, {"concurrency": 0}, {"limit": True}]
)
def test_numbers_that_cannot_be_are_refused(arguments: dict[str, int]) -> None:
    with pytest.raises(ConfigurationError, match="give a whole number of at least 1"):
        Pager(SimulatedList(1).source(), **arguments)  # type: ignore[arg-type]


def test_an_ordering_takes_the_place_of_the_callers() -> None:
    asked = (("page", "1"), ("sort", "date"), ("sort[date]", "asc"), ("direction", "asc"))
    assert ordered_query(asked, NEWEST) == (("page", "1"), *NEWEST)
    assert ordered_query(asked, ()) == asked
