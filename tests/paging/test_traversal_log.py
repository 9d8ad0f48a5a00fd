"""The books of one traversal: what is counted, which order is believed, what was covered, what was done in vain."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec
import pytest

from daftra_async._paging.completeness import PROMISES
from daftra_async._paging.coverage import END, Gap
from daftra_async._paging.page_source import Order
from daftra_async._paging.resume import LogState
from daftra_async._paging.traversal_log import without_none

from .books import ORDERED, UNORDERED, along, begun, empty, read

# Rows.


def test_each_row_is_counted_once_and_its_repetitions_apart() -> None:
    log = empty("fixed")
    assert log.admit(list("abcd"), [5, 7, 5, 9]) == ["a", "b", "d"]
    assert log.admit(list("ef"), [7, 7]) == []
    assert log.admit(list("gh"), [8, 6]) == ["g", "h"]
    report = log.report(finished=True)
    assert (report.rows, report.repeated) == (5, 3)


def test_rows_without_ids_are_all_given_and_prove_nothing() -> None:
    log = begun("newest_first", 3, 2, 1, total=3)
    assert log.admit(list("abcd"), [None, 3, None, 4]) == ["a", "c", "d"]
    report = log.report(finished=True)
    assert (report.rows, report.repeated, report.complete, report.basis) == (6, 1, False, None)
    assert report.reason == "rows without an id can be neither compared nor counted"


def test_ids_that_there_are_are_taken_as_they_are_where_every_row_has_one() -> None:
    ids: list[int | None] = [3, 2]
    assert without_none(ids) is ids
    assert without_none([3, None, 2]) == [3, 2]


# The count.


@pytest.mark.parametrize(
    ("ids", "total", "skipped", "expected"),
    [
        ((9, 8, 7), 100, 0, 100),
        ((9, 8, 7), 100, 40, 60),
        ((9, 8, 7), 10, 40, 0),
        ((), 0, 0, 0),
        ((), 40, 40, 0),
        ((), 30, 40, 0),
        ((), 41, 40, None),
        ((), 1, 0, None),
        ((9, 8, 7), None, 0, None),
    ],
)
def test_stock_is_taken_of_what_lies_ahead_where_the_first_answer_shows_it(
    ids: Sequence[int], total: int | None, skipped: int, expected: int | None
) -> None:
    log = empty("newest_first")
    log.totals.skipped = skipped
    log.take_stock(ids, total)
    assert log.report(finished=False).expected == expected
    assert log.ceiling == (None if expected is None else max(ids, default=0))


def test_the_count_is_reached_by_rows_of_the_first_read_and_by_no_others() -> None:
    log = begun("fixed", 7, 9, 3, total=5)
    read(log, 10, 11)
    assert not log.count_reached
    read(log, 8, 9)
    assert not log.count_reached
    read(log, 2)
    assert log.count_reached
    report = log.report(finished=True)
    assert (report.complete, report.basis, report.reason) == (True, "count", "all 5 rows of the first read were seen")


@pytest.mark.parametrize("order", [*ORDERED, *UNORDERED])
def test_an_empty_list_is_complete_by_its_count_in_any_order(order: Order) -> None:
    report = begun(order, total=0).report(finished=True)
    assert (report.complete, report.basis) == (True, "count")


def test_a_row_that_came_after_an_empty_first_read_belongs_to_no_count() -> None:
    log = begun("fixed", total=0)
    read(log, 1)
    assert log.count_reached


def test_in_a_filtered_list_the_count_is_no_proof_and_only_a_quiet_one_may_end_the_run() -> None:
    log = begun("newest_first", 3, 2, 1, filtered=True, total=3)
    assert (log.count_reached, log.count_trusted, log.quiet) == (True, False, True)
    log.totals.note_movement(4)
    assert not log.quiet
    repeated = begun("newest_first", 3, 2, 1, filtered=True, total=3)
    read(repeated, 2)
    assert not repeated.quiet
    assert not begun("newest_first", 3, 2, filtered=True, total=3).quiet


# The order.


@pytest.mark.parametrize("order", ORDERED)
@pytest.mark.parametrize("wrong", [(1, 3, 2), (2, 2)], ids=str)
def test_an_order_that_the_rows_do_not_keep_is_given_up_with_all_that_it_proved(
    order: Order, wrong: tuple[int, ...]
) -> None:
    log = begun(order, *along(order, 100, 101))
    log.turn_page(fruitful=True)
    log.turn_page(fruitful=False)
    log.unproved += 1
    log.note_order(along(order, *wrong))
    assert (log.order, log.sign) == ("fixed", None)
    assert list(log.gaps()) == []
    report = log.report(finished=True)
    # The boundary that was unproved before, and one for each page that brought something.
    assert (report.unproved_boundaries, report.promise) == (3, PROMISES["fixed"])


@pytest.mark.parametrize("order", ORDERED)
def test_an_order_by_id_is_believed_as_long_as_the_rows_keep_it(order: Order) -> None:
    log = begun(order, *along(order, 1, 2, 5))
    for ids in ((), (7,), (6, 9)):
        log.note_order(along(order, *ids))
    assert (log.order, log.unproved) == (order, 0)


@pytest.mark.parametrize(
    ("answers", "order"),
    [
        ([[1, 5, 3], [3, 9]], "fixed"),
        ([[1, 5, 3], [5, 3]], "fixed"),
        ([[1, 5, 3], [3, 5]], "editable"),
        ([[1, 5, 3], [9, 3, 8, 1]], "editable"),
        ([[1, 2], list(range(10, 1008)), [2, 1]], "editable"),
        ([[1, 2], list(range(10, 1009)), [2, 1]], "fixed"),
        ([list(range(2000)), [5, 4]], "editable"),
    ],
    ids=[
        "one in common",
        "in order",
        "out of order",
        "others between",
        "a thousand rows ago",
        "longer ago",
        "a long one",
    ],
)
def test_answers_that_share_rows_in_two_orders_lie_in_one_that_edits_can_change(
    answers: list[list[int]], order: Order
) -> None:
    log = empty("fixed")
    for ids in answers:
        log.note_order(ids)
    assert log.order == order


def test_an_order_that_edits_can_change_stays_so() -> None:
    log = empty("editable")
    for ids in ([1, 2], [2, 1], [3, 4]):
        log.note_order(ids)
    assert log.order == "editable"


# Pages that follow on one another.


@pytest.mark.parametrize("order", ORDERED)
def test_a_page_leaves_a_gap_unless_it_shares_a_row_or_neighbours_one(order: Order) -> None:
    sign = 1 if order == "oldest_first" else -1
    log = begun(order, sign * 10, sign * 20)
    assert log.gap_before([sign * 20, sign * 22], 2) is None
    assert log.gap_before([sign * 21], 2) is None
    assert log.gap_before([sign * 15], 2) is None
    assert log.gap_before([sign * 22, sign * 30], 2) == Gap(20, 22, 2)
    assert log.gap_before([], 2) is None
    log.cover([sign * 22, sign * 30], 2, begin=False, end=False)
    assert list(log.gaps()) == [Gap(20, 22, 2), Gap(30, END, 2)]
    assert log.open_boundaries == 2
    log.cover([sign * 30, sign * 31], 4, begin=False, end=True)
    assert list(log.gaps()) == [Gap(20, 22, 2)]


def test_the_end_lies_behind_all_rows_and_those_in_front_of_the_first_page() -> None:
    log = begun("newest_first", 9, 8, 7)
    log.totals.skipped = 40
    assert list(log.gaps()) == [Gap(-7, END, 43)]


@pytest.mark.parametrize(("begin", "end", "left"), [(True, True, 0), (True, False, 0), (False, True, 1)])
def test_a_page_without_rows_covers_a_list_only_if_it_is_all_of_it(begin: bool, end: bool, left: int) -> None:
    log = empty("newest_first")
    if not begin:
        log.cover([5], 0, begin=True, end=False)
    log.cover([], 0, begin=begin, end=end)
    assert log.open_boundaries == left
    assert log.coverage.whole is (begin and end)


@pytest.mark.parametrize("order", UNORDERED)
def test_without_an_order_by_id_nothing_is_covered(order: Order) -> None:
    log = begun(order, 1, 2, 3)
    assert log.sign is None
    assert log.gap_before([9], 3) is None
    assert list(log.gaps()) == []
    assert not log.strays([2, 7])


@pytest.mark.parametrize(
    ("order", "joined"), [("fixed", True), ("editable", False), ("newest_first", False), ("oldest_first", False)]
)
def test_a_row_in_common_joins_pages_only_where_rows_stay_in_place(order: Order, joined: bool) -> None:
    log = begun(order, *along(order, 10, 20))
    assert log.overlaps([20, 30]) is joined
    assert not log.overlaps([21, 30])


@pytest.mark.parametrize(
    ("ids", "strays"),
    [([8, 7], False), ([7, 5], False), ([6, 5], False), ([12, 9], True), ([12, 5], True), ([9, 6], False)],
    ids=str,
)
def test_a_row_strays_that_was_not_seen_where_its_id_was_covered(ids: list[int], strays: bool) -> None:
    assert begun("newest_first", 9, 8, 7).strays(ids) is strays


# Work in vain.


@pytest.mark.parametrize(("pages", "most"), [(0, 100), (2, 116)])
def test_a_run_may_cost_a_hundred_requests_in_vain_and_eight_for_each_page(pages: int, most: int) -> None:
    log = empty("newest_first")
    for _ in range(pages):
        log.turn_page(fruitful=True)
    log.rereads = most
    for _ in range(most):
        log.turn_page(fruitful=False)
    assert (log.spent, log.stuck) == (False, False)
    log.rereads += 1
    assert (log.spent, log.stuck) == (True, False)
    log.turn_page(fruitful=False)
    assert log.stuck


# Another process.


@pytest.mark.parametrize("order", [*ORDERED, *UNORDERED])
def test_the_books_can_be_written_down_and_taken_up_again(order: Order) -> None:
    first = begun(order, *along(order, 70, 80, 90), total=30)
    read(first, 80, 60)
    first.totals.note_movement(29)
    first.cover(along(order, 50, 55), 3, begin=False, end=False)
    first.turn_page(fruitful=False)
    first.late, first.rereads, first.recovered, first.unproved = 2, 7, 5, 3
    state = msgspec.json.decode(json.dumps(msgspec.to_builtins(LogState.of(first))), type=LogState)
    second = state.log((90, 80, 70, 60), filtered=False)
    assert second.report(finished=True) == first.report(finished=True)
    assert LogState.of(second) == LogState.of(first)
    assert list(second.gaps()) == list(first.gaps())
    assert read(second, 59, 95, 60) == read(first, 59, 95, 60) == [59, 95]
    assert second.report(finished=True) == first.report(finished=True)
    assert second.totals.note_movement(29) is first.totals.note_movement(29) is False
