"""What an answer says of the list around it, and where its rows do not fit its words."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async._paging.page_source import PageRequest
from daftra_async._paging.totals import Totals, promises_more, rows_claimed
from daftra_async._wire.page import Page


def page(rows: int, **words: Any) -> Page[int]:
    return Page(items=list(range(rows)), **words)


def totals_after(rows: int, limit: int | None, *, number: int = 1, **words: Any) -> Totals:
    """The books after a first answer."""
    totals = Totals()
    totals.begin(page(rows, **words), PageRequest(page=number, limit=limit))
    totals.note(page(rows, **words), PageRequest(page=number, limit=limit))
    return totals


@pytest.mark.parametrize(
    ("number", "rows", "words", "more"),
    [
        (1, 3, {}, None),
        (1, 0, {}, None),
        (1, 3, {"has_more": True}, True),
        (1, 3, {"has_more": False}, False),
        (2, 3, {"page_count": 3}, True),
        (3, 3, {"page_count": 3}, False),
        (3, 3, {"total": 10}, True),
        (3, 3, {"total": 9}, False),
        (4, 1, {"total": 10}, False),
        (4, 1, {"total": 10, "page_count": 5}, True),
        (4, 1, {"total": 10, "has_more": True}, True),
        (3, 3, {"total": 10, "has_more": False}, True),
        (4, 3, {"total": 10}, None),
        (5, 0, {"total": 10}, False),
        (3, 1, {"page_count": 2}, None),
        (3, 0, {"page_count": 2}, False),
        (3, 1, {"page_count": 2, "has_more": False}, None),
    ],
    ids=str,
)
def test_more_is_promised_by_any_word_and_denied_by_all(
    number: int, rows: int, words: dict[str, Any], more: bool | None
) -> None:
    assert promises_more(page(rows, **words), PageRequest(page=number), 3) is more


@pytest.mark.parametrize(
    ("words", "fewest"),
    [({}, 0), ({"total": 7}, 7), ({"page_count": 1}, 0), ({"page_count": 2}, 6), ({"page_count": 3, "total": 2}, 11)],
    ids=str,
)
def test_a_list_has_at_least_as_many_rows_as_its_total_and_its_full_pages(words: dict[str, Any], fewest: int) -> None:
    assert rows_claimed(page(0, **words), 5) == fewest


@pytest.mark.parametrize(
    ("rows", "limit", "words", "capacity", "capped"),
    [
        (3, None, {}, 3, False),
        (0, None, {}, 1, False),
        (10, 10, {"total": 50}, 10, False),
        (20, 100, {"total": 50}, 20, True),
        (20, 100, {"total": 20}, 100, False),
        (20, 100, {}, 20, False),
        (0, 100, {"total": 50}, 100, False),
        (15, 10, {"total": 50}, 15, False),
    ],
    ids=str,
)
def test_the_first_answer_shows_how_many_rows_a_page_holds(
    rows: int, limit: int | None, words: dict[str, Any], capacity: int, capped: bool
) -> None:
    totals = totals_after(rows, limit, **words)
    assert (totals.limit, totals.capacity, totals.capped, totals.skipped) == (limit, capacity, capped, 0)


def test_what_lies_in_front_of_the_first_page_is_skipped() -> None:
    assert totals_after(20, 20, number=4, total=100).skipped == 60
    assert totals_after(20, 100, number=4, total=100).skipped == 60


def test_a_short_page_without_a_word_is_the_last_or_one_of_a_server_that_caps() -> None:
    totals = totals_after(20, 100)
    totals.note(page(20), PageRequest(page=1, limit=100))
    assert (totals.capacity, totals.capped) == (20, False)
    totals.note(page(20), PageRequest(page=2, limit=100))
    assert (totals.capacity, totals.capped) == (20, True)
    totals.note(page(100), PageRequest(page=3, limit=100))
    assert (totals.capacity, totals.capped) == (100, False)


def test_pages_of_another_limit_and_empty_ones_tell_nothing_of_the_capacity() -> None:
    totals = totals_after(20, 100)
    totals.note(page(50), PageRequest(page=2, limit=50))
    totals.note(page(0), PageRequest(page=2, limit=100))
    assert (totals.capacity, totals.capped) == (20, False)
    unlimited = totals_after(20, None)
    unlimited.note(page(30), PageRequest(page=2))
    assert (unlimited.capacity, unlimited.capped) == (20, False)


@pytest.mark.parametrize(
    ("number", "rows", "words", "promised"),
    [
        (1, 3, {"total": 10}, 5),
        (2, 5, {"total": 10}, None),
        (2, 2, {"total": 7}, None),
        (2, 3, {"total": 7}, 2),
        (3, 0, {"total": 7}, None),
        (3, 1, {"total": 7}, 0),
        (1, 3, {"page_count": 2}, 5),
        (2, 3, {"page_count": 2}, None),
        (1, 3, {"has_more": True}, 5),
        (1, 3, {}, None),
    ],
    ids=str,
)
def test_an_answer_whose_rows_do_not_fit_its_words_is_remembered(
    number: int, rows: int, words: dict[str, Any], promised: int | None
) -> None:
    totals = totals_after(5, 5)
    totals.note(page(rows, **words), PageRequest(page=number, limit=5))
    said = f"page {number} of 5 rows held {rows} where the server promised {promised}"
    assert totals.misfit == (None if promised is None else said)
    totals.note(page(1, total=90), PageRequest(page=9, limit=5))
    assert totals.misfit == (said if promised is not None else "page 9 of 5 rows held 1 where the server promised 5")


@pytest.mark.parametrize(
    ("first", "limit", "misfits"), [(5, 3, True), (5, 5, True), (5, 6, False), (8, 3, False), (8, 5, True)]
)
def test_a_window_is_held_against_its_words_where_its_size_is_sure(first: int, limit: int, misfits: bool) -> None:
    """Larger windows may be capped, and a server that gave more rows than asked for ignores the limit of others too."""
    totals = totals_after(first, 5, total=90)
    totals.misfit = None
    totals.note(page(1, total=90), PageRequest(page=2, limit=limit))
    assert (totals.misfit is not None) is misfits


def test_a_claim_is_the_largest_of_all_answers_until_a_later_reading_replaces_it() -> None:
    totals = totals_after(5, 5, total=20)
    for words in ({"total": 25}, {"total": 22}, {"page_count": 3}, {}):
        totals.note(page(5, **words), PageRequest(page=2, limit=5))
    assert (totals.claimed, totals.missing(18), totals.missing(30)) == (25, 7, 0)
    totals.skipped = 5
    assert totals.missing(18) == 2
    totals.note(page(5, page_count=40), PageRequest(page=1, limit=7))
    assert totals.claimed == 40
    totals.renew(page(7, page_count=3), PageRequest(page=1, limit=7), 7)
    assert (totals.claimed, totals.misfit) == (15, None)
    totals.renew(page(1, total=21), PageRequest(page=1, limit=7), 7)
    assert (totals.claimed, totals.misfit) == (21, "page 1 of 7 rows held 1 where the server promised 7")
    totals.renew(page(0), PageRequest(page=1, limit=7), 0)
    assert (totals.claimed, totals.misfit) == (0, "page 1 of 7 rows held 1 where the server promised 7")


@pytest.mark.parametrize(
    ("given", "moved"),
    [((5, 5, 5), False), ((5, None, 5), False), ((None, None, 7), False), ((5, 6), True), ((5, None, 4), True)],
)
def test_a_total_that_differs_from_the_last_one_told_shows_that_the_list_moved(
    given: tuple[int | None, ...], moved: bool
) -> None:
    totals = Totals()
    assert totals.moved is False
    seen = [totals.note_movement(total) for total in given]
    assert seen == [False] * (len(given) - 1) + [moved]
    totals.note_movement(given[-1])
    assert totals.moved is moved
