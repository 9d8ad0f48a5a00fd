"""Records kept together share equal values, and nothing about them changes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._paging.page_source import PageRequest, PageSource
from daftra_async._paging.pager import Pager
from daftra_async._wire import DecodeSettings, Page, decode_page
from daftra_async._wire.sharing import SharedValues

from .models import V1_LIST, Invoice, answer, v1_list

CLIENT = {"id": "7", "business_name": "Nile Trading", "starting_balance": "0.00"}


def page_of(rows: list[Any], *, keep_raw: bool = True) -> Page[Invoice]:
    settings = DecodeSettings(date_format="DD/MM/YYYY", keep_raw=keep_raw)
    return decode_page(answer(v1_list(*({"Invoice": row} for row in rows)), V1_LIST), Invoice, settings)


def shared(rows: list[Any], *, keep_raw: bool = True) -> list[Invoice]:
    invoices = page_of(rows, keep_raw=keep_raw).items
    SharedValues().share(invoices)
    return invoices


def test_equal_texts_and_amounts_become_one_object() -> None:
    rows = [{"id": n, "no": "INV-000021", "summary_total": 35_000.25} for n in (1, 2)]
    first, second = shared(rows)
    assert first.no is second.no
    assert first.summary_total is second.summary_total


def test_amounts_keep_the_digits_they_were_sent_with() -> None:
    first, second, third = shared([{"id": n, "summary_total": t} for n, t in enumerate(("10", "10.00", "1E1"), 1)])
    assert [str(row.summary_total) for row in (first, second, third)] == ["10", "10.00", "1E+1"]


def test_a_client_without_its_text_is_kept_once() -> None:
    first, second = shared([{"id": 1, "Client": CLIENT}, {"id": 2, "Client": CLIENT}], keep_raw=False)
    assert first.client is second.client


@pytest.mark.parametrize("other", [{"starting_balance": "0"}, {"phone1": "+20100"}])
def test_clients_that_differ_in_a_digit_stay_apart(other: dict[str, Any]) -> None:
    first, second = shared([{"id": 1, "Client": CLIENT}, {"id": 2, "Client": CLIENT | other}], keep_raw=False)
    assert first.client is not second.client


def test_a_client_keeps_its_own_text_and_issues() -> None:
    first, second = shared([{"id": 1, "Client": CLIENT}, {"id": 2, "Client": CLIENT | {"loyalty": "gold"}}])
    assert first.client == second.client
    assert first.client is not None
    assert second.client is not None
    assert "loyalty" not in first.client.raw
    assert second.client.unknown == {"loyalty": "gold"}
    odd = shared([{"id": 1, "Client": CLIENT}, {"id": 2, "Client": CLIENT | {"type": "gold"}}], keep_raw=False)
    assert [len(row.client.issues) for row in odd if row.client] == [0, 1]


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 10**18), st.decimals(allow_nan=False).map(str), st.text(max_size=5)
)
ROWS = st.fixed_dictionaries(
    {"id": st.integers(1, 9)},
    optional={
        **dict.fromkeys(("no", "summary_total", "summary_paid", "payment_status", "draft", "client_id"), VALUES),
        "Client": st.fixed_dictionaries({"id": VALUES}, optional={"starting_balance": VALUES, "first_name": VALUES}),
        "InvoiceItem": st.lists(st.fixed_dictionaries({"id": VALUES}, optional={"quantity": VALUES}), max_size=3),
    },
)


@given(rows=st.lists(ROWS, max_size=6), keep_raw=st.booleans())
def test_sharing_changes_no_value(rows: list[Any], keep_raw: bool) -> None:
    before, after = page_of(rows, keep_raw=keep_raw).items, shared(rows, keep_raw=keep_raw)
    assert [repr(row) for row in before] == [repr(row) for row in after]
    assert [row.raw for row in before] == [row.raw for row in after]
    assert [row.issues for row in before] == [row.issues for row in after]


async def test_a_collected_list_shares_across_its_pages() -> None:
    pages = {n: page_of([{"id": n, "no": "INV-000021", "summary_total": "12.50"}]) for n in (1, 2)}

    async def fetch(wanted: PageRequest) -> Page[Invoice]:
        return attrs.evolve(pages.get(wanted.page) or page_of([]), page=wanted.page)

    first, second = await Pager(PageSource(fetch=fetch, model=Invoice), limit=1).collect()
    assert first.no is second.no
    assert first.summary_total is second.summary_total == Decimal("12.50")
