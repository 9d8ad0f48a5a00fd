"""The parts that the pager stands on: windows over boundaries, sets of ids, results in order."""

from __future__ import annotations

import asyncio
import random
import tracemalloc
from collections.abc import AsyncGenerator, Awaitable, Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async._paging.boundaries import window_at
from daftra_async._paging.id_set import IdSet
from daftra_async._paging.prefetch import in_order, map_in_order


@settings(deadline=None)
@given(place=st.integers(0, 100_000), margin=st.integers(1, 4), largest=st.integers(8, 300))
def test_a_window_lies_over_the_place_it_was_asked_for(place: int, margin: int, largest: int) -> None:
    request = window_at(place, margin=margin, largest=largest)
    assert request.limit is not None
    assert request.limit <= largest
    start = (request.page - 1) * request.limit
    assert start <= place <= start + request.limit
    assert start == 0 or start < place


@settings(deadline=None)
@given(st.lists(st.integers(-(2**40), 2**40) | st.integers(0, 70_000), max_size=400))
def test_an_id_set_is_a_set(numbers: list[int]) -> None:
    ids, plain = IdSet(), set[int]()
    for number in numbers:
        assert ids.add(number) == (number not in plain)
        plain.add(number)
    assert len(ids) == len(plain)
    assert all(number in ids for number in plain)
    assert not any(number + 1 in ids for number in plain if number + 1 not in plain)


def test_an_id_set_stays_right_when_a_block_becomes_a_bitmap() -> None:
    numbers = list(range(0, 60_000, 3))
    random.Random(1).shuffle(numbers)
    ids = IdSet()
    assert all(ids.add(number) for number in numbers)
    assert not any(ids.add(number) for number in numbers)
    assert not any(number + 1 in ids for number in numbers)


def test_ids_that_lie_close_take_a_quarter_of_a_byte_or_less() -> None:
    count = 150_000
    tracemalloc.start()
    ids = IdSet()
    for number in range(count, 0, -1):
        ids.add(number)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < count / 4


async def test_results_come_in_the_order_of_the_calls() -> None:
    waits = iter([5, 1, 9, 2, 2, 7, 0, 3])

    def next_call() -> Callable[[], Awaitable[int]] | None:
        turns = next(waits, None)
        if turns is None:
            return None

        async def call() -> int:
            for _ in range(turns):
                await asyncio.sleep(0)
            return turns

        return call

    assert [turns async for turns in in_order(next_call, concurrency=3)] == [5, 1, 9, 2, 2, 7, 0, 3]


async def test_an_error_while_mapping_closes_the_rows_and_the_calls() -> None:
    closed: list[bool] = []
    running: set[int] = set()

    async def rows() -> AsyncGenerator[int, None]:
        try:
            for number in range(100):
                yield number
        finally:
            closed.append(True)

    async def call(number: int) -> int:
        running.add(number)
        try:
            await asyncio.sleep(0)
            if number == 3:
                raise ValueError("3")
            await asyncio.sleep(0)
        finally:
            running.remove(number)
        return number

    with pytest.raises(ValueError, match="3"):
        async for _ in map_in_order(rows(), call, concurrency=4):
            pass
    assert closed == [True]
    assert not running
