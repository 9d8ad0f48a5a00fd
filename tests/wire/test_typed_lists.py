"""The fast path learns from list to list, shares what repeats, and reads every row as the tolerant path does."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daftra_async._wire import DecodeSettings, Page, decode_page, typed_lists
from daftra_async._wire.related import SharedRecords
from daftra_async._wire.text import parse
from daftra_async._wire.tolerant import read_record

from .models import V1_LIST, Invoice, InvoiceItem, answer, v1_list
from .test_properties import rows_of

S = DecodeSettings(date_format="DD/MM/YYYY")
CLIENT = {"id": "7", "business_name": "Nile Trading", "starting_balance": "0.00", "site": 5}
unhurried = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)


def page_of(*rows: Any, keep_raw: bool = True) -> Page[Invoice]:
    chosen = DecodeSettings(date_format="DD/MM/YYYY", keep_raw=keep_raw)
    return decode_page(answer(v1_list(*({"Invoice": row} for row in rows)), V1_LIST), Invoice, chosen)


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every list counts as a long one, and every second is tried with all fields open whose values may repeat."""
    monkeypatch.setattr(typed_lists, "_TRIAL_TEXT", 0)
    monkeypatch.setattr(typed_lists, "_LISTS_TO_TRIAL", 2)
    monkeypatch.setattr(typed_lists, "_learnt", {})


def tolerantly(row: dict[str, Any]) -> Invoice:
    value: Any = parse(json.dumps(row), spellings=True)
    return read_record(Invoice, value, date_format="DD/MM/YYYY")


@unhurried
@given(
    lists=st.lists(st.lists(rows_of(Invoice, 1), min_size=1, max_size=4), min_size=2, max_size=4),
    times=st.sampled_from([1, 3]),
)
def test_a_row_is_read_alike_whatever_was_read_before_it(eager: None, lists: list[list[Any]], times: int) -> None:
    for rows in lists:
        page = page_of(*rows * times)
        for record, row in zip(page, rows * times, strict=True):
            expected = tolerantly(row)
            assert record == expected
            assert repr(record) == repr(expected)
            assert sorted(map(str, record.issues)) == sorted(map(str, expected.issues))
            assert record.raw == parse(json.dumps(row))
            for line, sent in zip(record.items, _rows(row), strict=True):
                assert line.raw == parse(json.dumps(sent))


def _rows(row: dict[str, Any]) -> list[Any]:
    from daftra_async._wire.wrapper import full_rows

    return full_rows(row.get("InvoiceItem"))


def test_a_related_record_that_comes_again_is_read_once() -> None:
    rows = [{"id": 1, "Client": CLIENT}, {"id": 2, "Client": CLIENT}, {"id": 3, "Client": {"id": 8}}]
    first, second, other = page_of(*rows)
    (later,) = page_of({"id": 4, "Client": CLIENT})
    assert first.client is second.client is later.client
    assert other.client is not None
    assert (other.client.id, other.client.raw) == (8, {"id": 8})
    assert later.client is not None
    assert later.client.raw == CLIENT
    assert later.client.unknown == {"site": 5}


def test_records_that_differ_in_a_letter_of_their_text_are_two() -> None:
    first, second = page_of({"id": 1, "Client": CLIENT}, {"id": 2, "Client": {**CLIENT, "site": 6}})
    assert first.client == second.client
    assert first.client is not None
    assert second.client is not None
    assert (first.client.unknown, second.client.unknown) == ({"site": 5}, {"site": 6})


@pytest.mark.parametrize("client", [[], "", None, False, {}, [{"id": "7"}], {"id": "7", "created": "0000-00-00"}])
def test_an_odd_related_record_costs_no_other_row_its_own(client: Any) -> None:
    rows = [{"id": 1, "Client": CLIENT}, {"id": 2, "Client": client}, {"id": 3, "Client": CLIENT}] * 2
    page = page_of(*rows)
    assert [row.client for row in page] == [tolerantly(row).client for row in rows]
    assert [row.raw for row in page] == rows
    assert page.issues == ()


def test_an_issue_in_a_shared_record_is_told_of_every_row() -> None:
    rows = [{"id": n, "Client": {"id": 7, "type": "gold"}} for n in (1, 2, 3)]
    for _ in range(2):
        page = page_of(*rows)
        assert [str(issue) for issue in page.issues] == [
            f"{n}.Client.type: expected a whole number, got text" for n in (0, 1, 2)
        ]


def test_accounts_with_other_dates_share_no_record() -> None:
    row = {"Invoice": {"id": 1, "Client": {"id": 7, "created": "03/02/2026"}}}
    for form, month in (("DD/MM/YYYY", 2), ("MM/DD/YYYY", 3)):
        page = decode_page(answer(v1_list(row, row), V1_LIST), Invoice, DecodeSettings(date_format=form))
        assert {invoice.client.created.month for invoice in page if invoice.client and invoice.client.created} == {
            month
        }


def test_what_is_remembered_of_related_records_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daftra_async._wire.related._MOST_KEPT", 3)
    monkeypatch.setattr("daftra_async._wire.related._MOST_SEEN", 3)
    monkeypatch.setattr("daftra_async._wire.related._LONGEST_KEPT", 20)
    shared = SharedRecords(keep_raw=True, v2=False)
    for n in range(20):
        text = b'{"id": %d}' % n
        (one, two), odd, repeats = shared.of([text, text], lambda fresh: [(InvoiceItem(id=len(fresh)), True)])
        assert one is two
        assert (odd, repeats) == (set(), True)
        shared.of([b'{"seen": %d}' % n], lambda fresh: [(None, True)])
    long = b'{"id": 1, "name": "longer than that"}'
    found = [shared.of([long], lambda fresh: [(InvoiceItem(id=1), True)])[0][0] for _ in range(3)]
    assert found[0] is not found[2]
    assert len(shared._known) <= 3
    assert len(shared._seen) <= 3


def test_a_column_of_one_amount_is_one_object(eager: None) -> None:
    rows = [{"id": n, "summary_total": "10.00", "summary_paid": 0} for n in range(1, 5)]
    for _ in range(3):
        page = page_of(*rows)
        assert len({id(row.summary_total) for row in page}) == 1
        assert [str(row.summary_total) for row in page] == ["10.00"] * 4
        assert [str(row.summary_paid) for row in page] == ["0"] * 4


@pytest.mark.parametrize("odd", [False, True, [1], {"a": 1}, "NaN", "12,34", "much"])
def test_an_odd_amount_among_equal_ones_is_an_issue_of_its_row(eager: None, odd: Any) -> None:
    rows: list[Any] = [{"id": n, "summary_total": 1} for n in (1, 2, 3)]
    page_of(*rows)
    for _ in range(3):
        page = page_of(*rows, {"id": 4, "summary_total": odd})
        assert [row.summary_total for row in page] == [1, 1, 1, None]
        assert [issue.path for issue in page.issues] == [(3, "summary_total")]


def test_the_digits_of_equal_amounts_stay_as_they_were_sent(eager: None) -> None:
    sent = ["10", "10.00", 10, "1E1", "١٠", "1,000.50"]
    for _ in range(3):
        page = page_of(*({"id": n, "summary_total": amount} for n, amount in enumerate(sent, 1)))
        assert [str(row.summary_total) for row in page] == ["10", "10.00", "10", "1E+1", "10", "1000.50"]


def test_the_list_of_no_rows_is_one_for_all_and_stays_empty() -> None:
    first, second = page_of({"id": 1}, {"id": 2}).items
    assert first.items is second.items
    assert first.items == []
    changes: list[Callable[[Any], object]] = [
        lambda rows: rows.append(1),
        lambda rows: rows.extend([1]),
        lambda rows: rows.insert(0, 1),
        lambda rows: rows.__iadd__([1]),
        lambda rows: rows.__setitem__(slice(0), [1]),
    ]
    for change in changes:
        with pytest.raises(TypeError, match="cannot be changed"):
            change(first.items)
    copies: list[Any] = [copy.copy(first.items), copy.deepcopy(first.items), pickle.loads(pickle.dumps(first.items))]
    for mine in (*copies, first.items.copy(), [*first.items]):
        mine.append(InvoiceItem(id=1))
        assert type(mine) is list
    assert second.items == []


def test_lines_are_lists_of_their_own() -> None:
    first, second = page_of({"id": 1, "InvoiceItem": [{"id": 5}]}, {"id": 2, "InvoiceItem": []}).items
    first.items.append(InvoiceItem(id=6))
    assert (len(first.items), second.items) == (2, [])
