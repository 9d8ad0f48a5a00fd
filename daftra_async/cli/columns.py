"""Which columns a table has, and how wide each is, so that what matters most is there on a narrow terminal too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from .._wire.enums import OpenIntEnum

GAP = 2
_WIDEST = 36
_NARROWEST = 12

TELLING = (
    "id", "no", "number", "code", "client_number", "supplier_number", "product_code", "name", "business_name",
    "client_business_name", "first_name", "last_name", "item", "title", "date", "amount", "unit_price", "value",
    "debit", "credit", "quantity", "stock_balance", "summary_total", "currency_code", "payment_status", "status",
    "summary_unpaid", "type", "email", "phone1", "client_id", "invoice_id", "description", "created",
)  # fmt: skip
"""The fields that tell a record from its neighbours, the most telling first; the order is that of the columns."""

_AMOUNTS = ("summary_total", "amount", "unit_price", "value", "debit", "credit", "stock_balance", "quantity")
"""The number for which a list is looked at, the first that a record has."""


class ColumnWidth(NamedTuple):
    """One column of a table."""

    name: str
    width: int
    number: bool


def fitting(
    names: Sequence[str], values: Mapping[str, Sequence[Any]], texts: Mapping[str, int], width: int, *, keep_all: bool
) -> tuple[ColumnWidth, ...]:
    """The columns that fit, in the order of ``names``.

    ``texts`` is the width of each column's widest text. Numbers are never cut; texts give way. The room for the amount
    is kept free for it. Columns asked for by name (``keep_all``) are all kept, beyond the terminal's edge if the
    numbers need it.
    """
    numbers = {name: _is_number(values[name]) for name in names}
    wanted = {name: texts[name] if numbers[name] else min(texts[name], _WIDEST) for name in names}
    if keep_all:
        return _all(names, wanted, numbers, width)
    amount = next((name for name in _AMOUNTS if name in names), None)
    kept_free = 0 if amount is None else wanted[amount] + GAP
    columns: list[ColumnWidth] = []
    left = width
    for name in names:
        if name == amount:
            kept_free = 0
        room = left - kept_free
        if columns and wanted[name] > room and (numbers[name] or room < _NARROWEST):
            continue
        taken = wanted[name] if numbers[name] else max(1, min(wanted[name], room))
        columns.append(ColumnWidth(name, taken, numbers[name]))
        left -= taken + GAP
    return tuple(columns)


def _all(
    names: Sequence[str], wanted: Mapping[str, int], numbers: Mapping[str, bool], width: int
) -> tuple[ColumnWidth, ...]:
    """Every column: as wide as it wants where there is room, else an equal share for each text."""
    spare = width + GAP - sum(wanted[name] + GAP for name in names)
    room = width - sum(wanted[name] for name in names if numbers[name]) - GAP * (len(names) - 1)
    share = max(3, room // max(1, sum(not numbers[name] for name in names)))
    fair = {name: wanted[name] if numbers[name] or spare >= 0 else min(wanted[name], share) for name in names}
    return tuple(ColumnWidth(name, fair[name], numbers[name]) for name in names)


def _is_number(values: Sequence[Any]) -> bool:
    numbers = any(isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in values)
    return numbers and not any(isinstance(value, OpenIntEnum | str | list) for value in values)
