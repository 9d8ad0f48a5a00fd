"""The parts that the pager stands on: windows over boundaries, sets of ids, results in order."""

from __future__ import annotations

import asyncio
import random
import tracemalloc
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async._paging.boundaries import window_at
from daftra_async._paging.coverage import BEGIN, END, Coverage
from daftra_async._paging.id_set import IdSet
from daftra_async._paging.page_source import record_id
from daftra_async._paging.prefetch import in_order


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
    assert 2**50 not in ids


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


stretches = st.lists(st.tuples(st.integers(-30, 30), st.integers(0, 8)), max_size=12)


@settings(deadline=None)
@given(stretches, st.booleans(), st.booleans())
def test_coverage_is_the_set_of_what_was_covered(added: list[tuple[int, int]], begin: bool, end: bool) -> None:
    coverage, plain = Coverage(), set[int]()
    for number, (first, length) in enumerate(added):
        opens, closes = begin and number == 0, end and number == len(added) - 1
        coverage.add(BEGIN if opens else first, END if closes else first + length, number)
        plain |= {
            place for place in range(-60, 60) if (opens or place >= first) and (closes or place <= first + length)
        }
    assert {place for place in range(-60, 60) if place in coverage} == plain
    gaps = list(coverage.gaps(0))
    assert len(gaps) == coverage.gap_count
    between = {place for gap in gaps for place in range(gap.above + 1, min(gap.below, 60))}
    first = min(plain, default=60)
    assert between == {place for place in range(first, 60) if place not in plain}
    assert coverage.whole == (bool(plain) and begin and not gaps)
    for place in range(-40, 41):
        above = coverage.gap_before(place)
        joined = place in plain or place - 1 in plain or not any(other < place for other in plain)
        assert (above is None) == joined
        if above is not None:
            assert above == max(other for other in plain if other < place)
    again = Coverage()
    again.restore(*coverage.state())
    assert list(again.gaps(0)) == gaps


@pytest.mark.parametrize("state", [([0], [], []), ([0], [1], []), ([5], [1], [0]), ([0, 1], [3, 4], [0, 0])])
def test_a_coverage_that_never_was_is_refused(state: tuple[list[int], list[int], list[int]]) -> None:
    with pytest.raises(ValueError, match=r"order|zip"):
        Coverage().restore(*state)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (7, 7),
        ("7", 7),
        ("-3", -3),
        *((value, None) for value in (True, 7.0, "7a", "", None, 2**63, 30 * "9")),
    ],
)
def test_an_id_is_a_whole_number_of_64_bits(value: object, number: int | None) -> None:
    assert record_id({"id": value}) == number


def test_an_id_set_says_of_many_ids_which_are_new() -> None:
    ids = IdSet()
    assert ids.add_all([5, 70_000, 5, 6]) == [True, True, False, True]
    assert ids.add_all(range(0, 60_000, 3)) == [True, True, False, *[True] * 19_997]
    assert ids.add_all([3, 4]) == [False, True]
    assert len(ids) == 20_003
