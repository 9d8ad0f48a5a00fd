"""Times, numbers and texts at the edge of what can be read: they are read right, or kept as they came and told."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from daftra_async._wire import DecodeSettings, decode_json, decode_page
from daftra_async.errors import UnexpectedResponse

from .models import V1_LIST, Invoice, answer, decode_row


def created(text: str, date_format: str = "DD/MM/YYYY") -> tuple[datetime | None, int]:
    invoice = decode_row({"id": 1, "created": text}, date_format=date_format)
    return invoice.created, len(invoice.issues)


@pytest.mark.parametrize(
    ("time", "hour"),
    [("12:05 am", 0), ("12:05 AM", 0), ("01:05 am", 1), ("12:05 PM", 12), ("11:05 pm", 23), ("23:05", 23), ("0:05", 0)],
)
def test_a_time_of_half_a_day_is_read_as_one_of_a_whole_day(time: str, hour: int) -> None:
    assert created(f"24/09/2026 {time}") == (datetime(2026, 9, 24, hour, 5), 0)


@pytest.mark.parametrize("time", ["24:05", "13:05 PM", "0:05 am", "12:60", "12:05:61", "12", "noon", "1:2:3:4"])
def test_a_time_that_no_clock_shows_is_none_and_an_issue(time: str) -> None:
    assert created(f"2026-09-24 {time}") == (None, 1)


@pytest.mark.parametrize(
    ("text", "date_format", "day"),
    [
        ("Thursday, September 24th 2026", "dddd, MMMM Do YYYY", 24),
        ("24 Sept 2026", "D MMM YYYY", 24),
        ("24.09.2026 (24)", "DD.MM.YYYY (DD)", 24),
        ("24.09.2026 (25)", "DD.MM.YYYY (DD)", None),
        ("am 24.09.2026", "[am] DD.MM.YYYY", 24),
        ("24 Foo 2026", "D MMM YYYY", None),
        ("09/2026", "MM/YYYY", None),
        ("24/2026", "DD/YYYY", None),
        ("24/09", "DD/MM", None),
    ],
)
def test_a_day_is_read_by_a_form_that_names_day_month_and_year(text: str, date_format: str, day: int | None) -> None:
    expected = (None, 1) if day is None else (datetime(2026, 9, day), 0)
    assert created(text, date_format) == expected


LIST = '{"result":"successful","data":[{"Invoice":{"id":1,"summary_total":%s,"client_id":%s,"date":"25/09/2026"}}]}'


def decoded(total: str, client_id: str = "7") -> Invoice:
    page = decode_page(answer(LIST % (total, client_id), V1_LIST), Invoice, DecodeSettings(date_format="DD/MM/YYYY"))
    return page.items[0]


def test_a_number_that_not_even_a_decimal_holds_is_kept_as_it_was_written() -> None:
    monster = "1e" + "9" * 30
    invoice = decoded(monster)
    assert invoice.summary_total is None
    assert [(issue.path, str(issue.value)) for issue in invoice.issues] == [(("summary_total",), monster)]
    assert invoice.client_id == 7


def test_a_whole_number_of_more_digits_than_python_converts_is_no_id_and_harms_nothing_else() -> None:
    invoice = decoded("5.00", "9" * 5000)
    assert invoice.client_id is None
    assert invoice.summary_total == Decimal("5.00")
    assert [issue.path for issue in invoice.issues] == [("client_id",)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"a":"\xff"}', "not UTF-8"),
        (b"[" * 200_000 + b"]" * 200_000, "nested too deeply"),
        (b'{"a":NaN}', "NaN is no JSON number"),
        (b'{"a":-Infinity}', "-Infinity is no JSON number"),
        (b'{"a":', "at character"),
    ],
    ids=["bytes", "depth", "NaN", "infinity", "cut"],
)
def test_a_body_that_is_no_json_is_an_error_that_says_what_is_wrong_with_it(body: bytes, words: str) -> None:
    with pytest.raises(UnexpectedResponse, match=words):
        decode_json(answer(body, V1_LIST), DecodeSettings())


@pytest.mark.parametrize(
    ("body", "value"),
    [(b'\xef\xbb\xbf{"a":1.50}', {"a": Decimal("1.50")}), (b'{"a":1e400}', {"a": Decimal("1e400")}), (b" ", None)],
    ids=["byte order mark", "beyond any float", "nothing"],
)
def test_a_body_that_json_readers_stumble_over_is_read(body: bytes, value: Any) -> None:
    assert decode_json(answer(body, V1_LIST), DecodeSettings()) == value
