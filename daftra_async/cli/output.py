"""What goes to stdout: a table for a person, JSON lines for a program, and the two others that can be asked for."""

from __future__ import annotations

import asyncio
import csv
import sys
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from typing import Any, Protocol

import msgspec

from .._wire.encode import encode_body
from ..errors import DaftraError
from ..export.columns import Columns, as_text
from ..export.writers import harmless_cell
from .formats import Format, chosen
from .rows import picked, plain, reach, refuse_unknown
from .table import RowTable, details, wrapped
from .terminal import harmless

_BLOCK = 200
"""How many rows a table looks at to find its columns and widths; the rest follows in the same widths."""


class RowWriter(Protocol):
    """Writes rows as they come."""

    def write(self, rows: Sequence[Any]) -> None: ...

    def close(self) -> None: ...


def row_writer(format: Format | None, fields: Sequence[str] = ()) -> RowWriter:
    """The writer for a list. ``fields`` are the names to show, in this order; none means the usual ones."""
    writer = _WRITERS[chosen(format)](fields)
    return _Checked(writer, fields) if fields else writer


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
    if not isinstance(value, list):
        refuse_unknown(fields, [value])
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
        emit(json_text(picked(value, fields), indent=2 if form is Format.JSON else 0))


def write_wrapped(rows: Sequence[Mapping[str, Any]], format: Format | None) -> None:
    """Rows whose texts are to be read to their end, with the same names in each."""
    if rows and chosen(format) is Format.TABLE:
        wrapped(rows, tuple(rows[0]))
    else:
        writer = row_writer(format, tuple(rows[0]) if rows else ())
        writer.write(rows)
        writer.close()


def json_text(value: Any, *, indent: int = 0) -> str:
    """JSON, on one line without an indent. Control characters become escapes where JSON leaves them as they are: a
    terminal obeys them.
    """
    body = encode_body(value)
    text = (msgspec.json.format(body, indent=indent) if indent else body).decode()
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
    """A header and a line per row, the columns those of an export.

    Formulas are made harmless for spreadsheets, and on a terminal whatever could drive it.
    """

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields
        self._columns: Columns | None = None
        self._writer = csv.writer(sys.stdout, lineterminator="\n")
        self._seen = harmless if sys.stdout.isatty() else str

    def write(self, rows: Sequence[Any]) -> None:
        if not rows:
            return
        if self._fields:
            if self._columns is None:
                self._columns = Columns((), of_model=False)
                self._line(self._fields)
            for row in rows:
                value = plain(row)
                self._line(reach(value, name) for name in self._fields)
            return
        if self._columns is None:
            self._columns = Columns.of(rows)
            self._line(".".join(column.path) or column.name for column in self._columns.columns)
        for row in rows:
            self._line(self._columns.values(row))

    def _line(self, values: Iterable[Any]) -> None:
        self._writer.writerow([self._seen(_cell(value)) for value in values])

    def close(self) -> None:
        pass


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless_cell(value)
    return json_text(value) if isinstance(value, dict | list) else as_text(value)


_WRITERS: Mapping[Format, Callable[[Sequence[str]], RowWriter]] = {
    Format.TABLE: RowTable,
    Format.CSV: _Csv,
    Format.JSON: _Json,
    Format.JSONL: _JsonLines,
}


class _Checked:
    """A writer that refuses, at the first rows, a field that they cannot have."""

    def __init__(self, writer: RowWriter, fields: Sequence[str]) -> None:
        self._writer = writer
        self._fields: Sequence[str] = fields

    def write(self, rows: Sequence[Any]) -> None:
        if rows:
            refuse_unknown(self._fields, rows)
            self._fields = ()
        self._writer.write(rows)

    def close(self) -> None:
        self._writer.close()


def checked_fields(names: str | None) -> tuple[str, ...]:
    """``a,b,c`` as names."""
    return tuple(_unique(name.strip() for name in (names or "").split(",") if name.strip()))


def _unique(names: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(names)
