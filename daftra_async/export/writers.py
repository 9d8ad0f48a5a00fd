"""The files that an export writes: JSON lines, CSV, Parquet. Each can stop at a checkpoint and go on from it."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

from .._paging.resume import BookmarkError
from .._wire.encode import encode_body
from ..errors import ConfigurationError
from .columns import Columns, arrow_batch, arrow_schema, as_text, plain, pyarrow
from .private_files import check_folder, create, create_folder, put_in_place, remove_folder, reopen, to_disk

State = Mapping[str, int]
"""What a writer needs to go on from a checkpoint; plain JSON."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Writer(Protocol):
    """Writes rows to a part file beside the target, and puts it in the target's place when all are written."""

    def start(self, columns: Columns, state: State | None) -> None:
        """Begin, or go on from a checkpoint: what was written after it is thrown away."""

    def write(self, rows: Sequence[object]) -> None: ...

    def checkpoint(self) -> State:
        """Make sure that all rows so far are on the disk; what to go on from."""
        ...

    def finish(self, target: Path) -> None:
        """Put the finished file in its place, in one step."""

    def close(self) -> None: ...


class _OneFile:
    """What the writers share whose rows go straight into one part file."""

    def __init__(self, part: Path) -> None:
        self._file = PartFile(part)

    def checkpoint(self) -> State:
        return self._file.checkpoint()

    def finish(self, target: Path) -> None:
        self._file.finish(target)

    def close(self) -> None:
        self._file.close()


class JsonLines(_OneFile):
    """One JSON object per row; fields without a value are left out, amounts are numbers with all their digits."""

    def start(self, columns: Columns, state: State | None) -> None:
        self._file.open(state)

    def write(self, rows: Sequence[object]) -> None:
        self._file.append(b"".join(encode_body(plain(row)) + b"\n" for row in rows))


class Csv(_OneFile):
    """A header and a line per row, in UTF-8, as RFC 4180 has it.

    A text that a spreadsheet would take for a formula gets an apostrophe in front of it. Numbers, dates and booleans
    are left alone: a negative amount stays a number.
    """

    def __init__(self, part: Path) -> None:
        super().__init__(part)
        self._columns = Columns((), of_model=True)

    def start(self, columns: Columns, state: State | None) -> None:
        self._columns = columns
        self._file.open(state)
        if state is None:
            self._file.append(_csv_lines([[harmless_cell(name) for name in columns.names]]))

    def write(self, rows: Sequence[object]) -> None:
        self._file.append(_csv_lines([self._cells(row) for row in rows]))

    def _cells(self, row: object) -> list[str]:
        values = self._columns.values(row)
        return [
            "" if value is None else harmless_cell(value) if isinstance(value, str) else as_text(value)
            for value in values
        ]


class Parquet:
    """A Parquet file (see ``arrow_schema``), written as one segment per checkpoint and joined at the end."""

    def __init__(self, part: Path, *, decimal_places: int) -> None:
        self._pa, self._pq = pyarrow(), pyarrow("pyarrow.parquet")
        self._part = part
        self._segments = part.with_name(part.name + ".d")
        self._decimal_places = decimal_places
        self._columns = Columns((), of_model=True)
        self._batches: list[Any] = []
        self._written = 0

    def start(self, columns: Columns, state: State | None) -> None:
        self._columns = columns
        if state is None:
            create_folder(self._segments)
            return
        check_folder(self._segments)
        for number in range(state.get("segments", 0)):
            with self._segment(number):
                self._written = number + 1

    def write(self, rows: Sequence[object]) -> None:
        if rows:
            self._batches.append(arrow_batch(self._columns, rows, decimal_places=self._decimal_places))

    def checkpoint(self) -> State:
        if self._batches:
            with create(self._segment_path(self._written)) as file:
                self._pq.write_table(self._pa.Table.from_batches(self._batches), file)
                to_disk(file)
            self._written += 1
            self._batches = []
            # The pool keeps what it was given back; over a million rows that grows beyond what the export holds.
            self._pa.default_memory_pool().release_unused()
        return {"segments": self._written}

    def finish(self, target: Path) -> None:
        self.checkpoint()
        schema = arrow_schema(self._columns, decimal_places=self._decimal_places)
        with create(self._part) as file:
            with self._pq.ParquetWriter(file, schema) as writer:
                for number in range(self._written):
                    with self._segment(number) as segment:
                        for group in range(segment.num_row_groups):
                            writer.write_table(segment.read_row_group(group))
            to_disk(file)
        put_in_place(self._part, target)
        remove_folder(self._segments)

    def close(self) -> None:
        self._batches = []

    @contextmanager
    def _segment(self, number: int) -> Iterator[Any]:
        """A segment that was written. Raises ``BookmarkError`` where it is missing, damaged or of another schema."""
        path = self._segment_path(number)
        schema = arrow_schema(self._columns, decimal_places=self._decimal_places)
        try:
            file = reopen(path)
        except FileNotFoundError:
            raise BookmarkError(f"{path} is missing: pass resume=False to begin anew") from None
        with file:
            try:
                segment = self._pq.ParquetFile(file)
            except (self._pa.ArrowException, OSError) as error:
                raise BookmarkError(f"{path} is damaged ({error}): pass resume=False to begin anew") from None
            with segment:
                if not segment.schema_arrow.equals(schema):
                    raise BookmarkError(f"{path} holds other columns: pass resume=False to begin anew")
                yield segment

    def _segment_path(self, number: int) -> Path:
        return self._segments / f"{number:06}.parquet"


class PartFile:
    """A file that is appended to, can be cut back to a checkpoint, and takes its place in one step."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def open(self, state: State | None) -> None:
        """Begin anew, or cut back to a checkpoint. Raises ``BookmarkError`` where less than that is left."""
        if state is None:
            self._file = create(self._path)
            return
        size = state.get("bytes", 0)
        try:
            self._file = reopen(self._path)
        except FileNotFoundError:
            raise BookmarkError(f"{self._path} is missing: pass resume=False to begin anew") from None
        if self._file.seek(0, os.SEEK_END) < size:
            raise BookmarkError(f"{self._path} is shorter than it was: pass resume=False to begin anew")
        self._file.truncate(size)
        self._file.seek(size)

    def append(self, data: bytes) -> None:
        self._opened.write(data)

    def checkpoint(self) -> State:
        to_disk(self._opened)
        return {"bytes": self._opened.tell()}

    def finish(self, target: Path) -> None:
        self.checkpoint()
        self.close()
        put_in_place(self._path, target)

    def remove(self) -> None:
        self.close()
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file = None

    @property
    def _opened(self) -> IO[bytes]:
        if self._file is None:
            raise ConfigurationError(f"{self._path} is not open")
        return self._file


def _csv_lines(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def harmless_cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
