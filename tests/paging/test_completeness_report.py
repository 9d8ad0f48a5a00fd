"""What a traversal says of itself: what proves it, what contradicts it, and in what words."""

from __future__ import annotations

import pickle

import pytest

from daftra_async._paging.completeness import PROMISES, Completeness, IncompleteList
from daftra_async._paging.page_source import Order
from daftra_async._paging.traversal_log import TraversalLog

from .books import ORDERED, along, begun, read


def reason(log: TraversalLog) -> str:
    report = log.report(finished=True)
    assert (report.complete, report.basis) == (False, None)
    return report.reason


def test_a_list_that_was_not_read_to_its_end_is_not_complete_whatever_the_count() -> None:
    report = begun("newest_first", 3, 2, 1, total=3).report(finished=False)
    assert (report.complete, report.basis, report.finished) == (False, None, False)
    assert report.reason == "the list has not been read to its end" == Completeness(promise="", order="fixed").reason


@pytest.mark.parametrize("order", [*ORDERED, "fixed"])
def test_pages_that_all_follow_on_one_another_prove_the_run(order: Order) -> None:
    log = begun(order, *along(order, 1, 2), filtered=True)
    log.cover(along(order, 1, 2), 0, begin=True, end=True)
    report = log.report(finished=True)
    assert (report.complete, report.basis) == (True, "overlap")
    assert report.reason == "every page follows on the one before it"


def test_rows_that_the_server_counts_and_nobody_saw_contradict_every_proof() -> None:
    log = begun("fixed", 1, 2, total=5)
    assert reason(log) == "the server counts 3 rows more than the 2 that came"
    log.unproved += 1
    assert reason(log) == (
        "the server counts 3 rows more than the 2 that came; 1 boundaries between pages are unproved; "
        "the endpoint's own order gives no proof without re-reading each boundary: use strict=True"
    )


def test_an_answer_that_does_not_fit_its_own_words_contradicts_every_proof() -> None:
    log = begun("newest_first", 3, 2, 1, total=3)
    log.totals.misfit = "page 2 of 3 rows held 1 where the server promised 0"
    assert reason(log) == "page 2 of 3 rows held 1 where the server promised 0"


def test_more_rows_of_the_first_read_than_it_counted_contradict_a_proof_unless_a_filter_let_them_in() -> None:
    log = begun("oldest_first", 1, 2, 5, total=3)
    read(log, 3, 7)
    assert reason(log) == "4 rows of the first read came though it counted 3"
    filtered = begun("oldest_first", 1, 2, 5, total=3, filtered=True)
    read(filtered, 3, 7)
    assert filtered.report(finished=True).basis == "overlap"


def test_each_kind_of_list_without_proof_says_what_would_help() -> None:
    filtered = begun("newest_first", 9, 8, 7, filtered=True, total=4)
    read(filtered, 3)
    assert reason(filtered) == (
        "1 boundaries between pages are unproved; the count is reached and nothing moved, but an edit can bring a row "
        "into a filter: use strict=True"
    )
    filtered.totals.moved = True
    assert "use strict=True" not in reason(filtered)
    assert reason(begun("editable", 3, 2)) == (
        "0 boundaries between pages are unproved; the rows lie in an order that edits can change: sort by id, or leave "
        "the sorting out"
    )
    fixed = begun("fixed", 3, 2)
    fixed.unproved += 1
    assert reason(fixed) == (
        "1 boundaries between pages are unproved; the endpoint's own order gives no proof without re-reading each "
        "boundary: use strict=True"
    )
    moving = begun("newest_first", 9, 8)
    moving.cover([5], 2, begin=False, end=False)
    assert reason(moving) == (
        "2 boundaries between pages are unproved; some boundaries between pages could not be read again: the list "
        "changes too fast, or limit is ignored"
    )


def test_a_complete_run_has_no_unproved_boundary_left() -> None:
    log = begun("newest_first", 3, 2, 1, total=3)
    log.unproved = 2
    report = log.report(finished=True)
    assert (report.complete, report.unproved_boundaries) == (True, 0)
    unfinished = log.report(finished=False)
    assert (unfinished.complete, unfinished.unproved_boundaries) == (False, 2)


def test_the_report_holds_every_figure_of_the_books() -> None:
    log = begun("newest_first", 9, 8, 7, total=12)
    read(log, 8)
    log.recovered, log.late, log.rereads = 4, 5, 6
    assert log.report(finished=True) == Completeness(
        promise=PROMISES["newest_first"],
        reason=reason(log),
        finished=True,
        order="newest_first",
        rows=3,
        expected=12,
        repeated=1,
        recovered=4,
        late=5,
        rereads=6,
        unproved_boundaries=1,
    )


def test_an_error_over_a_run_without_proof_keeps_its_report_through_a_pickle() -> None:
    report = begun("editable", 3, 2, total=4).report(finished=True)
    error = pickle.loads(pickle.dumps(IncompleteList("rows.list: not proved", report)))
    assert (str(error), error.completeness) == ("rows.list: not proved", report)
