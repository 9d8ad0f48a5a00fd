"""Days and times: ISO, the account's display format, and the many ways to say none."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._wire import DateFormatNeeded
from daftra_async._wire.dates import to_date, to_datetime
from daftra_async._wire.numbers import Untypable

from .models import decode_row, decode_rows

DAY = date(2026, 9, 25)


@pytest.mark.parametrize(
    "wire",
    [
        "2026-09-25",
        "2026-09-25 00:00:00",
        "2026-09-25T10:00:00Z",
        "25/09/2026",
        "٢٥/٠٩/٢٠٢٦",
        "2026/09/25",
        " 2026-09-25 ",
    ],
)
def test_a_day_is_read_from_iso_and_from_the_display_format(wire: str) -> None:
    invoice = decode_row({"id": 1, "date": wire})
    assert invoice.date == DAY
    assert type(invoice.date) is date
    assert invoice.issues == ()


@pytest.mark.parametrize("wire", ["0000-00-00", "0000-00-00 00:00:00", "", None, 0, "0", [], "00/00/0000"])
def test_an_empty_date_is_none(wire: Any) -> None:
    invoice = decode_row({"id": 1, "date": wire, "created": wire})
    assert (invoice.date, invoice.created) == (None, None)
    assert invoice.issues == ()


@pytest.mark.parametrize(
    "wire", [1767225600, "1767225600", 1.5, True, "soon", "2026-13-45", "32/01/2026", "2026-00-10", {"a": 1}]
)
def test_what_is_no_date_is_none_and_an_issue(wire: Any) -> None:
    invoice = decode_row({"id": 1, "date": wire, "created": wire})
    assert (invoice.date, invoice.created) == (None, None)
    assert {issue.field for issue in invoice.issues} == {"date", "created"}


@pytest.mark.parametrize(
    ("wire", "typed"),
    [
        ("2026-09-24 01:10:36", datetime(2026, 9, 24, 1, 10, 36)),
        ("2026-09-24T01:10:36", datetime(2026, 9, 24, 1, 10, 36)),
        ("2026-09-24T01:10:36Z", datetime(2026, 9, 24, 1, 10, 36)),
        ("2026-09-24T01:10:36+03:00", datetime(2026, 9, 24, 1, 10, 36)),
        ("2026-09-24 01:10:36.5", datetime(2026, 9, 24, 1, 10, 36, 500000)),
        ("2026-09-24", datetime(2026, 9, 24)),
        ("24/09/2026 13:05", datetime(2026, 9, 24, 13, 5)),
        ("24/09/2026 01:05 PM", datetime(2026, 9, 24, 13, 5)),
        ("24/09/2026", datetime(2026, 9, 24)),
    ],
)
def test_times_are_naive(wire: str, typed: datetime) -> None:
    invoice = decode_row({"id": 1, "created": wire})
    assert invoice.created == typed
    assert invoice.created is not None
    assert invoice.created.tzinfo is None


def test_a_display_date_asks_for_the_format_when_it_is_unknown() -> None:
    with pytest.raises(DateFormatNeeded):
        decode_row({"id": 1, "date": "25/09/2026"}, date_format=None)


def test_a_display_date_is_an_issue_where_no_format_is_to_be_had() -> None:
    invoice = decode_row({"id": 1, "date": "25/09/2026"}, date_format="")
    assert invoice.date is None
    assert invoice.issues[0].value == "25/09/2026"


def test_iso_dates_need_no_format() -> None:
    assert decode_row({"id": 1, "date": "2026-09-25"}, date_format=None).date == DAY
    assert decode_row({"id": 1, "date": "0000-00-00"}, date_format=None).date is None


def test_every_row_may_show_display_dates() -> None:
    page = decode_rows(*({"id": n, "date": f"{n % 28 + 1:02}/09/2026"} for n in range(1, 200)))
    assert [invoice.date for invoice in page] == [date(2026, 9, n % 28 + 1) for n in range(1, 200)]
    assert page.issues == ()
    assert page.items[5].raw["date"] == "07/09/2026"


FORMATS = {
    "DD/MM/YYYY": "%d/%m/%Y",
    "MM/DD/YYYY": "%m/%d/%Y",
    "YYYY-MM-DD": "%Y-%m-%d",
    "YYYY/MM/DD": "%Y/%m/%d",
    "DD-MM-YYYY": "%d-%m-%Y",
    "DD.MM.YYYY": "%d.%m.%Y",
    "DD MMM YYYY": "%d %b %Y",
    "D MMM, YYYY": "%d %b, %Y",
    "MMMM DD, YYYY": "%B %d, %Y",
    "DD/MM/YY": "%d/%m/%y",
    "YYYY/DD/MM": "%Y/%d/%m",
}


@given(day=st.dates(min_value=date(2000, 1, 1), max_value=date(2068, 12, 31)), shape=st.sampled_from(sorted(FORMATS)))
def test_a_day_written_in_a_format_is_read_by_it(day: date, shape: str) -> None:
    shown = day.strftime(FORMATS[shape])
    assert to_date(shown, shape) == day
    assert to_datetime(f"{shown} 10:20:30", shape) == datetime(day.year, day.month, day.day, 10, 20, 30)


@given(text=st.text(max_size=30), shape=st.one_of(st.sampled_from(sorted(FORMATS)), st.text(max_size=12)))
def test_any_text_is_a_day_or_none_or_untypable(text: str, shape: str) -> None:
    for read in (to_date, to_datetime):
        try:
            found = read(text, shape)
        except Untypable:
            continue
        assert found is None or isinstance(found, date)


def test_two_digits_mean_the_years_that_the_notation_means() -> None:
    assert [to_date(f"01/02/{year}", "DD/MM/YY") for year in ("68", "69", "99")] == [
        date(2068, 2, 1),
        date(1969, 2, 1),
        date(1999, 2, 1),
    ]


def test_a_day_with_slashes_and_its_year_first_is_in_the_order_of_iso_unless_the_account_has_another() -> None:
    assert to_date("2026/07/03", "DD/MM/YYYY") == date(2026, 7, 3)
    assert to_date("2026/07/03", "YYYY/DD/MM") == date(2026, 3, 7)
    with pytest.raises(DateFormatNeeded):
        to_date("2026/07/03", None)


def test_day_and_month_are_never_swapped_by_guessing() -> None:
    assert to_date("05/09/2026", "DD/MM/YYYY") == date(2026, 9, 5)
    assert to_date("05/09/2026", "MM/DD/YYYY") == date(2026, 5, 9)
    with pytest.raises(Untypable):
        to_date("25/09/2026", "MM/DD/YYYY")
