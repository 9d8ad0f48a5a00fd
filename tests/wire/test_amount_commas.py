"""A comma in an amount parts thousands or it is no amount: ``12,34`` may be twelve and a third, and is not guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from .models import Invoice, decode_row


def read(text: str) -> Invoice:
    return decode_row({"id": 1, "summary_total": text})


@pytest.mark.parametrize(
    "text",
    [
        "12,34",
        "1,2",
        "1,23",
        "1,2345",
        "1234,567",
        "12,345,67",
        "1,23,456",
        ",123",
        "1,",
        "1,,234",
        "1,234,",
        "1.5,000",
    ],
)
def test_a_comma_that_parts_no_thousands_makes_it_no_amount(text: str) -> None:
    invoice = read(text)
    assert invoice.summary_total is None
    assert invoice.raw["summary_total"] == text
    assert [(issue.path, issue.value) for issue in invoice.issues] == [(("summary_total",), text)]


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=2))
def test_an_amount_reads_the_same_with_its_thousands_apart(amount: Decimal) -> None:
    assert read(f"{amount:,}").summary_total == amount


@given(st.lists(st.text("0123456789", min_size=1, max_size=4), min_size=2, max_size=4), st.sampled_from(["", ".5"]))
def test_groups_of_any_other_length_are_never_run_together(groups: list[str], fraction: str) -> None:
    assume(len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:]))
    assert read(",".join(groups) + fraction).summary_total is None
