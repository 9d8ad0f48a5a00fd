"""What a table keeps when there is little room."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from daftra_async.cli.columns import GAP, TELLING, ColumnWidth, fitting

KINDS: dict[str, Any] = dict.fromkeys(TELLING, "text") | {
    name: Decimal("35000.25") for name in ("summary_total", "amount", "unit_price", "summary_unpaid", "quantity")
}
columns = st.lists(st.sampled_from(TELLING), min_size=1, max_size=8, unique=True)


def placed(names: list[str], width: int, *, keep_all: bool) -> tuple[ColumnWidth, ...]:
    values = {name: [KINDS[name]] for name in names}
    texts = {name: max(len(name), 20 if KINDS[name] == "text" else 8) for name in names}
    return fitting(names, values, texts, width, keep_all=keep_all)


@given(columns, st.integers(1, 200))
def test_columns_keep_their_order_their_numbers_and_the_width(names: list[str], width: int) -> None:
    found = placed(names, width, keep_all=False)
    assert [column.name for column in found] == [name for name in names if name in {each.name for each in found}]
    assert names[0] in {column.name for column in found}
    for column in found:
        if column.number:
            assert column.width == max(len(column.name), 8)
    assert len(found) == 1 or sum(column.width + GAP for column in found) - GAP <= width


@given(columns, st.integers(30, 200))
def test_the_amount_is_there_wherever_it_and_one_other_fit(names: list[str], width: int) -> None:
    found = {column.name for column in placed(["id", *(name for name in names if name != "id")], width, keep_all=False)}
    amounts = [name for name in ("summary_total", "amount", "unit_price") if name in names]
    assert not amounts or amounts[0] in found


@given(columns, st.integers(1, 200))
def test_columns_asked_for_are_all_there_and_no_number_is_cut(names: list[str], width: int) -> None:
    found = placed(names, width, keep_all=True)
    assert [column.name for column in found] == names
    assert all(column.width == max(len(column.name), 8) for column in found if column.number)
    assert all(column.width >= 3 for column in found)


def test_the_amount_goes_before_names_and_dates() -> None:
    names = ["id", "no", "client_business_name", "date", "summary_total", "currency_code"]
    found = {column.name for column in placed(names, 36, keep_all=False)}
    assert {"id", "summary_total"} <= found
