"""Tables for a person: which columns are worth the width there is, and how a value reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from .._wire.enums import OpenIntEnum, OpenStrEnum
from .._wire.shape import shape
from ..export.columns import as_text
from .terminal import harmless

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

TELLING = (
    "id", "no", "number", "code", "client_number", "supplier_number", "product_code", "name", "business_name",
    "client_business_name", "first_name", "last_name", "item", "title", "date", "amount", "unit_price", "value",
    "debit", "credit", "quantity", "stock_balance", "summary_total", "currency_code", "payment_status", "status",
    "summary_unpaid", "type", "email", "phone1", "client_id", "invoice_id", "description", "created",
)  # fmt: skip
"""The fields that tell a record from its neighbours, the most telling first; the order is that of the columns."""

_WIDEST = 36
_NARROWEST = 12
_GAP = 2


@cache
def out() -> Console:
    """The console on stdout; it honours ``NO_COLOR`` and the terminal's width by itself."""
    from rich.console import Console

    class Out(Console):
        def on_broken_pipe(self) -> None:
            # A reader who has seen enough ends the command in one way, whatever the format: see ``running.guarded``.
            raise BrokenPipeError

    return Out(highlight=False, markup=False, emoji=False)


class RowTable:
    """Rows in columns of a width that the first block settles.

    Columns asked for by name are all kept, however narrow they get, unless ``keep_all`` is false.
    """

    def __init__(self, fields: Sequence[str], *, keep_all: bool = True) -> None:
        self._fields = tuple(fields)
        self._keep_all = keep_all and bool(fields)
        self._columns: tuple[tuple[str, int, bool], ...] = ()

    def write(self, rows: Sequence[Any]) -> None:
        if not rows:
            return
        first = not self._columns
        cells = [_cells(row) for row in rows]
        if first:
            names = self._fields or tuple(_names(rows[0], cells))
            self._columns = _fitting(names, cells, out().width, keep_all=self._keep_all)
        table = _table(header=first)
        for name, width, number in self._columns:
            table.add_column(
                name, width=width, no_wrap=True, overflow="ellipsis", justify="right" if number else "left"
            )
        for row in cells:
            table.add_row(*(_text(row.get(name)) for name, _, _ in self._columns))
        out().print(table)

    def close(self) -> None:
        if not self._columns:
            from .terminal import say

            say("No rows.")


def details(value: Any, fields: Sequence[str] = ()) -> None:
    """One record as names and values, its lines as tables below it."""
    if not isinstance(value, Mapping) and not attrs.has(type(value)):
        out().print(harmless(as_text(value), lines=True))
        return
    told = {name: item for name, item in _items(value) if name != "raw" and readable(item)}
    told = {name: told.get(name) for name in fields} if fields else told
    table = _table(header=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    below = {name: item for name, item in told.items() if isinstance(item, list) and item and _nested(item[0])}
    for name, item in told.items():
        if name not in below:
            table.add_row(harmless(name), _text(item))
    out().print(table)
    for name, rows in below.items():
        out().print(f"\n{harmless(name)}", style="bold")
        inner = RowTable(())
        inner.write(rows)


def wrapped(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> None:
    """Rows whose texts are worth reading to their end: cells wrap instead of being cut."""
    table = _table(header=True)
    for name in names:
        table.add_column(name, overflow="fold", no_wrap=name == names[0])
    for row in rows:
        table.add_row(*(_text(row.get(name)) for name in names))
    out().print(table)


def _table(*, header: bool) -> Table:
    from rich.table import Table

    return Table(box=None, show_header=header, header_style="bold", pad_edge=False, padding=(0, _GAP, 0, 0))


def _nested(value: Any) -> bool:
    return isinstance(value, Mapping) or attrs.has(type(value))


def _items(row: Any) -> list[tuple[str, Any]]:
    if isinstance(row, Mapping):
        return [(str(name), value) for name, value in row.items()]
    return [(field.name, getattr(row, field.attribute)) for field in shape(type(row))]


def _cells(row: Any) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for name, value in _items(row):
        cells[name] = value
        if value is not None and _nested(value):
            cells.update({f"{name}.{inner}": item for inner, item in _items(value)})
    return cells


def names_in(row: Any) -> list[str]:
    """The names that a column can have; none where the row is no record."""
    return list(_cells(row)) if isinstance(row, Mapping) or attrs.has(type(row)) else []


def _names(row: Any, cells: Sequence[Mapping[str, Any]]) -> list[str]:
    known = [name for name, value in _items(row) if not isinstance(value, list) and not _nested(value)]
    filled = [name for name in known if any(row.get(name) not in (None, "", []) for row in cells)]
    telling = [name for name in TELLING if name in filled]
    return telling if len(telling) > 2 else [*telling, *(name for name in filled if name not in telling)]


def _fitting(
    names: Sequence[str], cells: Sequence[Mapping[str, Any]], width: int, *, keep_all: bool
) -> tuple[tuple[str, int, bool], ...]:
    """The columns that fit, in order. Those asked for by name are all kept, narrower if they must be."""
    from rich.cells import cell_len

    columns: list[tuple[str, int, bool]] = []
    used = 0
    for name in names:
        values = [row.get(name) for row in cells]
        widest = max(cell_len(name), *(cell_len(_text(value).plain) for value in values))
        wanted = min(widest, _WIDEST)
        number = any(isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in values)
        number = number and not any(isinstance(value, OpenIntEnum | str) for value in values)
        left = width - used
        if not keep_all and columns and wanted > left:
            if number or left < _NARROWEST:
                continue
            wanted = left
        columns.append((name, wanted, number))
        used += wanted + _GAP
    if used > width + _GAP and columns:
        share = max(3, (width - _GAP * len(columns)) // len(columns))
        columns = [(name, min(wanted, share), number) for name, wanted, number in columns]
    return tuple(columns)


def _text(value: Any) -> Any:
    from rich.text import Text

    return Text(harmless(readable(value)))


def readable(value: Any) -> str:
    """A value in words: enums by their label, flags as yes and no, amounts with all their digits."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, OpenIntEnum | OpenStrEnum):
        return value.label
    if isinstance(value, list):
        return ", ".join(map(readable, value)) if not any(map(_nested, value)) else f"{len(value)} rows"
    if _nested(value):
        return _name_of(value)
    return as_text(value)


def _name_of(value: Any) -> str:
    items = dict(_items(value))
    found = next((items[name] for name in ("business_name", "name", "no", "code") if items.get(name)), None)
    number = items.get("id")
    parts = [as_text(part) for part in (found, f"#{number}" if number is not None else None) if part is not None]
    return " ".join(parts) or "; ".join(f"{name}={readable(item)}" for name, item in items.items() if item is not None)
