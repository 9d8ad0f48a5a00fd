"""Whether a record says what a draft says, as far as both tell it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from daftra_async._bulk.content import content_of_draft, content_of_record, date_of

LINE = {"item": "paper", "quantity": 2, "unit_price": "2.50"}
ROW = {"client_id": "1", "date": "2027-01-15", "summary_total": "5.00"}


def draft(total: str | None = "5.00", lines: object = (), **main: Any) -> Any:
    wire = {"Invoice": {"client_id": 1, "date": "2027-01-15", **main}, "InvoiceItem": lines or [LINE]}
    return content_of_draft(wire, "Invoice", total)


@pytest.mark.parametrize(
    ("said", "row", "same"),
    [
        (draft(), ROW, True),
        (draft(), {**ROW, "client_id": "2"}, False),
        (draft(), {**ROW, "date": "2027-01-16"}, False),
        (draft(), {**ROW, "date": "15/01/2027"}, True),
        (draft(date="2027-05-01"), {**ROW, "date": "01/05/2027"}, True),
        (draft(date="2027-01-05"), {**ROW, "date": "01/05/2027"}, True),
        (draft(), {**ROW, "summary_total": "5.01"}, False),
        (draft(), {**ROW, "summary_total": "5.009"}, True),
        (draft(), {**ROW, "summary_total": 5}, True),
        (draft(), {**ROW, "InvoiceItem": [LINE]}, True),
        (draft(), {**ROW, "InvoiceItem": [LINE, LINE]}, False),
        (draft(), {**ROW, "InvoiceItem": [{**LINE, "item": "pens"}]}, False),
        (draft(), {**ROW, "InvoiceItem": [{**LINE, "quantity": "1"}]}, False),
        (draft(), {**ROW, "InvoiceItem": [{**LINE, "quantity": "2.00", "unit_price": 2.5}]}, True),
        (draft(date=None), {**ROW, "date": "2020-01-01"}, True),
        (draft(), {**ROW, "client_id": None}, None),
        (draft(client_id=None), ROW, None),
        (draft(), {**ROW, "date": "0000-00-00"}, None),
        (draft(), {**ROW, "summary_total": None}, None),
        (draft(total=None), ROW, None),
        (draft(total=None), {**ROW, "InvoiceItem": [LINE]}, True),
        (draft(total=None, lines="none"), {**ROW, "InvoiceItem": [LINE]}, True),
        (draft(lines=["none"]), {**ROW, "InvoiceItem": [LINE]}, True),
        (draft(lines=[{**LINE, "unit_price": "much"}]), {**ROW, "InvoiceItem": [{**LINE, "item": "pens"}]}, True),
        (draft(lines=[{"quantity": 2, "unit_price": "2.50"}]), {**ROW, "InvoiceItem": [LINE]}, True),
        (draft(), {**ROW, "summary_total": None, "InvoiceItem": [{**LINE, "unit_price": "much"}]}, None),
    ],
)
def test_what_both_tell_decides_and_too_little_decides_nothing(said: Any, row: dict[str, Any], same: bool) -> None:
    assert said.same(content_of_record(row)) is same


def test_a_day_may_be_meant_in_two_ways_and_no_text_is_a_day() -> None:
    assert date_of("03/04/2027") == {date(2027, 4, 3), date(2027, 3, 4)}
    assert date_of("soon") == date_of(None) == frozenset()


def test_a_draft_without_its_section_says_nothing() -> None:
    assert content_of_draft({}, "Invoice", None).same(content_of_record(ROW)) is None
