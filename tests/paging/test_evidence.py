"""The books of one traversal: what counts as proof, what is counted, in what words a run without proof says so."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence

import pytest

from daftra_async.lists.completeness import PROMISES, Border, Completeness, Evidence, IncompleteList
from daftra_async.lists.page_source import Order

ORDERED: list[Order] = ["newest_first", "oldest_first"]
UNORDERED: list[Order] = ["fixed", "editable"]


def read(evidence: Evidence, *ids: int | None) -> list[bool]:
    """Enters rows; whether each is new."""
    return [evidence.admit(number) for number in ids]


def along(order: Order, *ids: int) -> list[int]:
    """The ids in the order of the list: given as they ascend."""
    return list(ids) if order == "oldest_first" else list(reversed(ids))


def begun(order: Order = "newest_first", *ids: int, filtered: bool = False, total: int | None = None) -> Evidence:
    """The books after a first page of these rows."""
    evidence = Evidence(order=order, filtered=filtered)
    evidence.note_order(ids)
    evidence.note_total(total)
    evidence.take_stock(ids, total)
    read(evidence, *ids)
    return evidence


# Rows.


def test_each_row_is_counted_once_and_its_repetitions_apart() -> None:
    evidence = Evidence(order="fixed", filtered=False)
    assert read(evidence, 5, 7, 5, 5, 9, 7) == [True, True, False, False, True, False]
    report = evidence.report(finished=True)
    assert (report.rows, report.repeated) == (3, 3)


def test_rows_without_ids_are_counted_and_nothing_is_proved() -> None:
    evidence = begun("newest_first", 3, 2, 1, total=3)
    assert read(evidence, None, None) == [True, True]
    report = evidence.report(finished=True)
    assert (report.rows, report.complete, report.basis) == (5, False, None)
    assert report.reason == "rows without an id can be neither compared nor counted"


@pytest.mark.parametrize("order", ORDERED)
def test_the_edge_is_the_id_furthest_along_the_list(order: Order) -> None:
    evidence = Evidence(order=order, filtered=False)
    assert evidence.edge is None
    edges: list[int | None] = []
    for number in along(order, 10, 12, 20):
        evidence.admit(number)
        edges.append(evidence.edge)
    evidence.admit(15)
    edges.append(evidence.edge)
    assert edges == [*along(order, 10, 12, 20), along(order, 10, 20)[-1]]


@pytest.mark.parametrize("order", UNORDERED)
def test_without_an_order_by_id_there_is_no_edge(order: Order) -> None:
    evidence = begun(order, 1, 2, 3)
    assert (evidence.sign, evidence.edge) == (None, None)


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
    evidence = Evidence(order="newest_first", filtered=False)
    evidence.take_stock(ids, total, skipped=skipped)
    assert evidence.stock_taken is (expected is not None)
    assert evidence.report(finished=False).expected == expected


def test_the_count_is_reached_by_rows_of_the_first_read_and_by_no_others() -> None:
    evidence = begun("fixed", 7, 9, 3, total=5)
    assert read(evidence, 10, 11) == [True, True]
    assert not evidence.count_reached
    read(evidence, 8)
    assert not evidence.count_reached
    read(evidence, 9, 2)
    assert evidence.count_reached
    report = evidence.report(finished=True)
    assert (report.complete, report.basis, report.reason) == (True, "count", "all 5 rows of the first read were seen")


@pytest.mark.parametrize("order", [*ORDERED, *UNORDERED])
def test_an_empty_list_is_complete_by_its_count_in_any_order(order: Order) -> None:
    report = begun(order, total=0).report(finished=True)
    assert (report.complete, report.basis) == (True, "count")


def test_a_row_that_came_after_an_empty_first_read_belongs_to_no_count() -> None:
    evidence = begun("fixed", total=0)
    read(evidence, 1)
    assert evidence.count_reached


def test_in_a_filtered_list_the_count_is_no_proof_and_only_a_quiet_one_may_end_the_run() -> None:
    evidence = begun("newest_first", 3, 2, 1, filtered=True, total=3)
    assert (evidence.count_reached, evidence.count_trusted, evidence.quiet) == (True, False, True)
    evidence.note_total(4)
    assert not evidence.quiet
    repeated = begun("newest_first", 3, 2, 1, filtered=True, total=3)
    read(repeated, 2)
    assert not repeated.quiet


@pytest.mark.parametrize(
    ("totals", "moved"),
    [((5, 5, 5), False), ((5, None, 5), False), ((None, None, 7), False), ((5, 6), True), ((5, None, 4), True)],
)
def test_a_total_that_differs_from_the_last_one_told_shows_that_the_list_moved(
    totals: Sequence[int | None], moved: bool
) -> None:
    evidence = Evidence(order="newest_first", filtered=False)
    assert evidence.moved is False
    seen = [evidence.note_total(total) for total in totals]
    assert seen == [False] * (len(totals) - 1) + [moved]
    evidence.note_total(totals[-1])
    assert evidence.moved is moved


# The chain.


@pytest.mark.parametrize("order", ORDERED)
def test_a_page_joins_by_a_row_in_common_by_neighbouring_ids_or_by_reaching_back(order: Order) -> None:
    def joins(*ids: int) -> bool:
        evidence = Evidence(order=order, filtered=False)
        read(evidence, *along(order, 10, 20)[:1])
        return evidence.joins(along(order, *ids))

    last = along(order, 10, 20)[0]
    ahead = 1 if order == "oldest_first" else -1
    assert joins(*sorted((last, last + 5 * ahead)))
    assert joins(last + ahead)
    assert joins(last - 3 * ahead)
    assert not joins(last + 2 * ahead)


@pytest.mark.parametrize(("order", "joined"), [("fixed", True), ("editable", False)])
def test_without_an_order_by_id_only_a_row_in_common_joins_and_only_where_rows_stay_in_place(
    order: Order, joined: bool
) -> None:
    evidence = begun(order, 10, 20)
    assert evidence.joins([20, 30]) is joined
    assert not evidence.joins([21, 30])
    assert not evidence.joins([9, 8])


def test_nothing_joins_before_anything_was_seen() -> None:
    assert not Evidence(order="newest_first", filtered=False).joins([5])


@pytest.mark.parametrize("order", ORDERED)
@pytest.mark.parametrize("wrong", [(1, 3, 2), (2, 2)], ids=str)
def test_an_order_that_the_rows_do_not_keep_is_given_up_with_all_that_it_proved(
    order: Order, wrong: tuple[int, ...]
) -> None:
    evidence = Evidence(order=order, filtered=False)
    read(evidence, *along(order, 100, 101))
    for number in range(3):
        assert evidence.joins([(along(order, 100, 101)[-1]) + (1 if order == "oldest_first" else -1)]), number
    evidence.leave_open(Border(10, 5, 7))
    evidence.leave_open(Border(20, 3, None))
    evidence.leave_unproved()
    evidence.note_order(along(order, *wrong))
    assert evidence.order == "fixed"
    assert list(evidence.open_borders()) == []
    report = evidence.report(finished=True)
    # Three joints by id alone, and the border that was unproved before.
    assert (report.unproved_borders, report.promise) == (4, PROMISES["fixed"])


@pytest.mark.parametrize(("ids", "shown"), [([], False), ([5], False), ([5, 4], True), ([5, 4, 3], True)])
def test_an_order_is_shown_by_two_rows_side_by_side(ids: list[int], shown: bool) -> None:
    evidence = Evidence(order="newest_first", filtered=False)
    assert evidence.order_shown is False
    evidence.note_order(ids)
    assert evidence.order_shown is shown
    evidence.note_order([2])
    assert evidence.order_shown is shown
    assert evidence.order == "newest_first"


# Borders.


def test_borders_left_open_are_handed_out_once_the_end_last() -> None:
    evidence = begun("newest_first", 9, 8)
    borders = [Border(2, 8, 5), Border(4, -4, -7), Border(6, 2, None)]
    evidence.leave_open(borders[2])
    for border in borders[:2]:
        evidence.leave_open(border)
    assert evidence.report(finished=True).unproved_borders == 3
    assert list(evidence.open_borders()) == borders
    assert list(evidence.open_borders()) == []
    assert evidence.report(finished=True).unproved_borders == 0


@pytest.mark.parametrize("after", ["handing out", "giving up the order", "taking up again"])
def test_borders_between_negative_ids_are_kept_at_any_time(after: str) -> None:
    """The server gives its own staff negative ids."""
    evidence = begun("newest_first", 9, 8)
    if after == "handing out":
        assert list(evidence.open_borders()) == []
    elif after == "giving up the order":
        evidence.note_order([1, 2])
        evidence.order = "newest_first"
    else:
        evidence.restore(evidence.state())
    border = Border(4, -4, -7)
    evidence.leave_open(border)
    assert list(evidence.open_borders()) == [border]


def test_a_border_that_nothing_can_prove_stays_on_the_books() -> None:
    evidence = begun("fixed", 9, 8)
    for place in range(3):
        evidence.leave_open(Border(place, 8, 5))
    evidence.leave_unproved()
    evidence.leave_unproved()
    assert list(evidence.open_borders()) == []
    assert evidence.report(finished=True).unproved_borders == 5


@pytest.mark.parametrize("open_end", [False, True])
def test_the_books_can_be_written_down_and_taken_up_again(open_end: bool) -> None:
    first = begun("newest_first", 90, 80, 70, total=30)
    read(first, 80, 60)
    first.joins([59])
    first.note_total(29)
    first.leave_open(Border(3, 70, 60))
    first.leave_open(Border(6, 50, 40))
    if open_end:
        first.leave_open(Border(9, 30, None))
    first.leave_unproved()
    first.late, first.rereads, first.recovered = 2, 7, 5
    state = json.loads(json.dumps(first.state()))
    second = Evidence(order="fixed", filtered=False)
    second.restore(state)
    for number in (90, 80, 70, 60):
        second.seen.add(number)
    assert second.report(finished=True) == first.report(finished=True)
    assert second.state() == first.state()
    assert second.edge == first.edge == 60
    assert list(second.open_borders()) == list(first.open_borders())
    assert len(list(first.open_borders())) == 0
    assert [second.admit(number) for number in (59, 95)] == [first.admit(number) for number in (59, 95)]
    assert second.report(finished=True) == first.report(finished=True)
    assert second.note_total(29) is first.note_total(29) is False


# What is said.


def reason(evidence: Evidence) -> str:
    report = evidence.report(finished=True)
    assert (report.complete, report.basis) == (False, None)
    return report.reason


def test_a_list_that_was_not_read_to_its_end_is_not_complete_whatever_the_count() -> None:
    report = begun("newest_first", 3, 2, 1, total=3).report(finished=False)
    assert (report.complete, report.basis, report.finished) == (False, None, False)
    assert report.reason == "the list has not been read to its end" == Completeness(promise="", order="fixed").reason


@pytest.mark.parametrize("order", [*ORDERED, "fixed"])
def test_pages_that_all_follow_on_one_another_prove_the_run(order: Order) -> None:
    report = begun(order, *along(order, 1, 2)).report(finished=True)
    assert (report.complete, report.basis) == (True, "overlap")
    assert report.reason == "every page follows on the one before it"


def test_rows_that_are_missing_from_a_list_that_stood_still_show_that_it_keeps_no_order() -> None:
    evidence = begun("fixed", 1, 2, total=5)
    assert reason(evidence) == "2 of 5 rows came though the list did not change: it keeps no order"
    evidence.note_total(4)
    assert evidence.report(finished=True).basis == "overlap"


def test_each_kind_of_list_without_proof_says_what_would_help() -> None:
    filtered = begun("newest_first", 3, 2, 1, filtered=True, total=3)
    filtered.leave_open(Border(1, 3, 2))
    assert reason(filtered) == (
        "1 borders between pages are unproved; the count is reached and nothing moved, but an edit can bring a row "
        "into a filter: use strict=True"
    )
    filtered.note_total(4)
    assert "use strict=True" not in reason(filtered)
    assert reason(begun("editable", 3, 2, total=4)) == (
        "0 borders between pages are unproved; the rows lie in an order that edits can change: sort by id, or leave "
        "the sorting out"
    )
    fixed = begun("fixed", 3, 2, total=4)
    fixed.note_total(5)
    fixed.leave_unproved()
    assert reason(fixed) == (
        "1 borders between pages are unproved; the endpoint's own order gives no proof without re-reading each border: "
        "use strict=True"
    )
    moving = begun("newest_first", 3, 2, total=4)
    moving.leave_unproved()
    moving.leave_unproved()
    assert reason(moving) == (
        "2 borders between pages are unproved; some borders between pages could not be read again: the list changes "
        "too fast, or limit is ignored"
    )
    assert begun("newest_first", 3, 2, filtered=True, total=4).report(finished=True).basis == "overlap"


def test_a_complete_run_has_no_unproved_border_left() -> None:
    evidence = begun("newest_first", 3, 2, 1, total=3)
    evidence.leave_open(Border(1, 3, 2))
    evidence.leave_unproved()
    report = evidence.report(finished=True)
    assert (report.complete, report.unproved_borders) == (True, 0)
    unfinished = evidence.report(finished=False)
    assert (unfinished.complete, unfinished.unproved_borders) == (False, 2)


def test_the_report_holds_every_figure_of_the_books() -> None:
    evidence = begun("newest_first", 9, 8, 7, total=12)
    read(evidence, 8)
    evidence.recovered, evidence.late, evidence.rereads = 4, 5, 6
    evidence.leave_unproved()
    assert evidence.report(finished=True) == Completeness(
        promise=PROMISES["newest_first"],
        reason=reason(evidence),
        finished=True,
        order="newest_first",
        rows=3,
        expected=12,
        repeated=1,
        recovered=4,
        late=5,
        rereads=6,
        unproved_borders=1,
    )


def test_an_error_over_a_run_without_proof_keeps_its_report_through_a_pickle() -> None:
    report = begun("editable", 3, 2, total=4).report(finished=True)
    error = pickle.loads(pickle.dumps(IncompleteList("rows.list: not proved", report)))
    assert (str(error), error.completeness) == ("rows.list: not proved", report)
