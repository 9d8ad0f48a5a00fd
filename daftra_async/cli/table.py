"""Tables for a person: which columns are worth the width there is, and how a value reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from .._wire.enums import OpenIntEnum, OpenStrEnum
from ..export.columns import as_text
from .columns import GAP, TELLING, ColumnWidth, fitting
from .rows import cells, is_record, named
from .terminal import harmless

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


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
        self._columns: tuple[ColumnWidth, ...] = ()

    def write(self, rows: Sequence[Any]) -> None:
        if not rows:
            return
        first = not self._columns
        shown = [cells(row) for row in rows]
        if first:
            self._columns = self._settled(rows[0], shown)
        table = _table(header=first)
        for column in self._columns:
            side: Literal["right", "left"] = "right" if column.number else "left"
            table.add_column(column.name, width=column.width, no_wrap=True, overflow="ellipsis", justify=side)
        for row in shown:
            table.add_row(*(_text(row.get(column.name)) for column in self._columns))
        # Numbers that were asked for are worth more than the terminal's edge.
        needed = sum(column.width + GAP for column in self._columns) - GAP
        out().print(table, width=max(needed, out().width), crop=False)

    def _settled(self, row: Any, shown: Sequence[Mapping[str, Any]]) -> tuple[ColumnWidth, ...]:
        from rich.cells import cell_len

        names = self._fields or tuple(_names(row, shown))
        values = {name: [each.get(name) for each in shown] for name in names}
        texts = {name: max(cell_len(name), *(cell_len(_text(value).plain) for value in values[name])) for name in names}
        return fitting(names, values, texts, out().width, keep_all=self._keep_all)

    def close(self) -> None:
        if not self._columns:
            from .terminal import say

            say("No rows.")


def details(value: Any, fields: Sequence[str] = ()) -> None:
    """One record as names and values, its lines as tables below it."""
    if not is_record(value):
        out().print(harmless(as_text(value), lines=True))
        return
    told = {name: item for name, item in named(value) if name != "raw" and readable(item)}
    told = {name: cells(value).get(name) for name in fields} if fields else told
    below = {name: item for name, item in told.items() if isinstance(item, list) and item and is_record(item[0])}
    definitions((name, readable(item)) for name, item in told.items() if name not in below)
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


def definitions(rows: Iterable[tuple[str, str]]) -> None:
    """Names and what they mean, each meaning to its end."""
    table = _table(header=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    for name, meaning in rows:
        table.add_row(harmless(name), _text(meaning))
    out().print(table)


def _table(*, header: bool) -> Table:
    from rich.table import Table

    return Table(box=None, show_header=header, header_style="bold", pad_edge=False, padding=(0, GAP, 0, 0))


def _names(row: Any, shown: Sequence[Mapping[str, Any]]) -> list[str]:
    known = [name for name, value in named(row) if not isinstance(value, list) and not is_record(value)]
    filled = [name for name in known if any(row.get(name) not in (None, "", []) for row in shown)]
    telling = [name for name in TELLING if name in filled]
    return telling if len(telling) > 2 else [*telling, *(name for name in filled if name not in telling)]


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
        return ", ".join(map(readable, value)) if not any(map(is_record, value)) else f"{len(value)} rows"
    if is_record(value):
        return _name_of(value)
    return as_text(value)


def _name_of(value: Any) -> str:
    told = dict(named(value))
    found = next((told[name] for name in ("business_name", "name", "no", "code") if told.get(name)), None)
    number = told.get("id")
    parts = [as_text(part) for part in (found, f"#{number}" if number is not None else None) if part is not None]
    return " ".join(parts) or "; ".join(f"{name}={readable(item)}" for name, item in told.items() if item is not None)
