"""What goes to stdout: a table for a person, JSON lines for a program, and the two others that can be asked for."""

from __future__ import annotations

import asyncio
import csv
import sys
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import aclosing
from enum import StrEnum
from typing import Any, Protocol

from ..errors import DaftraError
from ..export.columns import Columns, as_text, plain
from ..export.writers import _harmless
from ..wire.decode import Created, Done
from ..wire.encode import encode_body
from .table import RowTable, details

_BLOCK = 200
"""How many rows a table looks at to find its columns and widths; the rest follows in the same widths."""


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def chosen(format: Format | None) -> Format:
    """The format asked for, or the one for where stdout leads: a table on a terminal, JSON lines in a pipe."""
    return format or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)


class RowWriter(Protocol):
    """Writes rows as they come."""

    def write(self, rows: Sequence[Any]) -> None: ...

    def close(self) -> None: ...


def row_writer(format: Format | None, fields: Sequence[str] = ()) -> RowWriter:
    """The writer for a list. ``fields`` are the wire names to show, in this order; none means the usual ones."""
    match chosen(format):
        case Format.TABLE:
            return RowTable(fields)
        case Format.CSV:
            return _Csv(fields)
        case Format.JSON:
            return _Json(fields)
        case Format.JSONL:
            return _JsonLines(fields)


async def write_rows(rows: AsyncGenerator[Any, None], writer: RowWriter) -> int:
    """Write every row as it comes, in blocks; returns how many there were. The generator is closed in any case."""
    block: list[Any] = []
    count = 0
    async with aclosing(rows):
        try:
            async for row in rows:
                block.append(row)
                count += 1
                if len(block) == _BLOCK:
                    full, block = block, []
                    writer.write(full)
        except (DaftraError, asyncio.CancelledError):
            # What was read before an error or Ctrl-C is worth seeing too.
            writer.write(block)
            writer.close()
            raise
        writer.write(block)
        writer.close()
    return count


def write_one(value: Any, format: Format | None, fields: Sequence[str] = ()) -> None:
    """One record, confirmation or JSON value."""
    form = chosen(format)
    if isinstance(value, list) and form is not Format.JSON:
        writer = row_writer(form, fields)
        writer.write(value)
        writer.close()
    elif form is Format.TABLE:
        details(value, fields)
    elif form is Format.CSV:
        writer = _Csv(fields)
        writer.write([value])
        writer.close()
    else:
        emit(json_text(picked(value, fields)))


def picked(row: Any, fields: Sequence[str]) -> Any:
    """A record as plain JSON under the names on the wire; only the ``fields`` where any are named."""
    value = plain(row)
    if isinstance(row, Created | Done):
        value.pop("raw", None)
    if not fields or not isinstance(value, dict):
        return value
    return {name: reach(value, name) for name in fields}


def reach(value: Any, name: str) -> Any:
    """The value at a dotted name."""
    for step in [name] if isinstance(value, dict) and name in value else name.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def json_text(value: Any) -> str:
    """JSON on one line. Control characters that JSON leaves as they are become escapes: a terminal obeys them."""
    text = encode_body(value).decode()
    return text if text.isascii() and "\x7f" not in text else text.translate(_ESCAPES)


_ESCAPES = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def emit(line: str) -> None:
    """A line on stdout."""
    sys.stdout.write(line + "\n")


class _JsonLines:
    """One object to a line."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields

    def write(self, rows: Sequence[Any]) -> None:
        for row in rows:
            emit(json_text(picked(row, self._fields)))
        sys.stdout.flush()

    def close(self) -> None:
        pass


class _Json:
    """One array."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields
        self._begun = False

    def write(self, rows: Sequence[Any]) -> None:
        for row in rows:
            sys.stdout.write((",\n " if self._begun else "[") + json_text(picked(row, self._fields)))
            self._begun = True

    def close(self) -> None:
        emit("]" if self._begun else "[]")


class _Csv:
    """A header and a line per row, the columns those of an export; formulas are made harmless for spreadsheets."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields
        self._columns: Columns | None = None
        self._writer = csv.writer(sys.stdout, lineterminator="\n")

    def write(self, rows: Sequence[Any]) -> None:
        if not rows:
            return
        if self._fields:
            if self._columns is None:
                self._columns = Columns((), of_model=False)
                self._writer.writerow(map(_harmless, self._fields))
            self._writer.writerows([_cell(reach(value, name)) for name in self._fields] for value in map(plain, rows))
            return
        if self._columns is None:
            self._columns = Columns.of(rows)
            self._writer.writerow(map(_harmless, self._columns.names))
        self._writer.writerows(map(_cell, self._columns.values(row)) for row in rows)

    def close(self) -> None:
        pass


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _harmless(value)
    return json_text(value) if isinstance(value, dict | list) else as_text(value)


def checked_fields(names: str | None) -> tuple[str, ...]:
    """``a,b,c`` as names."""
    return tuple(_unique(name.strip() for name in (names or "").split(",") if name.strip()))


def _unique(names: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(names)
