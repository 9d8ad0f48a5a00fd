"""Export a list to a file, in bounded memory: it appears whole or not at all, and goes on where it broke off.

Beside the target lie, until it is finished, ``<name>.part`` (the rows so far), ``<name>.part.ids`` (their ids) and
``<name>.part.json`` (the bookmark). The bookmark is written after the rows it speaks of are on the disk, so that a run
that is killed at any point loses at most the rows since; calling ``export`` again with the same list and file cuts
the parts back to the bookmark, reads the page it names once more to join on to it, and goes on. All that proves
completeness is in the bookmark too, so the proof spans the interruption.
"""

from __future__ import annotations

import asyncio
import os
from array import array
from collections.abc import Callable
from contextlib import aclosing
from os import PathLike
from pathlib import Path
from typing import Any, Generic, TypeVar

import attrs
import msgspec

from .._paging.completeness import Completeness, TraversalLog
from .._paging.page_source import PageSource
from .._paging.traversal import Span, Traversal
from .._wire.page import Page
from ..errors import ConfigurationError
from .columns import Column, Columns
from .writers import Csv, JsonLines, Parquet, PartFile, Writer

T = TypeVar("T")

_ID_BYTES = 8
_VERSION = 1


@attrs.frozen(kw_only=True)
class ExportProgress:
    """How far an export is: rows written, and how many there were at the first read (``None`` where unknown)."""

    rows: int
    expected: int | None


@attrs.frozen(kw_only=True)
class Exported:
    """A finished export. ``resumed`` is the number of rows that an earlier run had written."""

    path: Path
    rows: int
    resumed: int
    completeness: Completeness


async def export(
    source: PageSource[T],
    span: Span,
    path: str | PathLike[str],
    *,
    progress: Callable[[ExportProgress], None] | None = None,
    resume: bool = True,
    decimal_places: int = 10,
    checkpoint_rows: int = 10_000,
) -> Exported:
    """Write every row of a list to a ``.jsonl``, ``.csv`` or ``.parquet`` file; the columns are those of ``columns``.

    ``progress`` is called after each page. ``resume=False`` throws away what an interrupted run left.
    ``decimal_places`` is the scale of Parquet's decimals. ``checkpoint_rows`` is how many rows an interruption may
    lose at most; a Parquet file holds as many in a row group, and so does memory.

    Raises ``ConfigurationError`` for another suffix, for Parquet without pyarrow, and for a value that the file
    cannot hold exactly; ``IncompleteList`` with a strict pager; and what reading the list raises. The target is
    untouched then.
    """
    target = Path(path)
    job = _Export(source, span, target, _writer(target, decimal_places), checkpoint_rows)
    try:
        return await job.run(progress or (lambda _: None), resume=resume)
    finally:
        await asyncio.to_thread(job.close)


def _writer(target: Path, decimal_places: int) -> Writer:
    part = target.with_name(target.name + ".part")
    match target.suffix.lower():
        case ".jsonl" | ".ndjson":
            return JsonLines(part)
        case ".csv":
            return Csv(part)
        case ".parquet":
            return Parquet(part, decimal_places=decimal_places)
    raise ConfigurationError(f"{target.name}: give a file name that ends in .jsonl, .csv or .parquet")


class _Bookmark(msgspec.Struct):
    version: int
    list: str
    page: int
    rows: int
    limit: int | None
    columns: tuple[Column, ...]
    of_model: bool
    log: dict[str, Any]
    writer: dict[str, Any]


class _Export(Generic[T]):
    """One export: the list's traversal, the writer, and the files that keep them in step."""

    def __init__(self, source: PageSource[T], span: Span, target: Path, writer: Writer, checkpoint_rows: int) -> None:
        self._source = source
        self._span = span
        self._target = target
        self._writer = writer
        self._checkpoint_rows = checkpoint_rows
        self._ids = PartFile(target.with_name(target.name + ".part.ids"))
        self._ids_path = target.with_name(target.name + ".part.ids")
        self._bookmark_path = target.with_name(target.name + ".part.json")
        self._columns: Columns | None = None
        self._list = f"{source.name} {source.identity} from {span.start_page} at most {span.max_items}"
        self._rows = 0

    async def run(self, progress: Callable[[ExportProgress], None], *, resume: bool) -> Exported:
        bookmark = await asyncio.to_thread(self._bookmark) if resume and self._source.identity else None
        traversal = await asyncio.to_thread(self._open, bookmark)
        resumed = unsaved = self._rows
        async with aclosing(traversal.pages()) as pages:
            async for page in pages:
                await asyncio.to_thread(self._write, page)
                if self._rows - unsaved >= self._checkpoint_rows:
                    await asyncio.to_thread(self._checkpoint, traversal)
                    unsaved = self._rows
                progress(ExportProgress(rows=self._rows, expected=traversal.log.expected))
        await asyncio.to_thread(self._finish)
        report = traversal.log.report(finished=traversal.finished)
        return Exported(path=self._target, rows=self._rows, resumed=resumed, completeness=report)

    def close(self) -> None:
        self._writer.close()
        self._ids.close()

    def _bookmark(self) -> _Bookmark | None:
        """What an interrupted run of this very export left, if its parts are whole."""
        try:
            found = msgspec.json.decode(self._bookmark_path.read_bytes(), type=_Bookmark)
            whole = self._ids_path.stat().st_size >= found.rows * _ID_BYTES
        except (OSError, msgspec.MsgspecError):
            return None
        same = (found.version, found.list, found.limit) == (_VERSION, self._list, self._span.limit)
        return found if same and whole else None

    def _open(self, bookmark: _Bookmark | None) -> Traversal[T]:
        if bookmark is None:
            self._bookmark_path.unlink(missing_ok=True)
            self._ids.open(None)
            return Traversal(self._source, self._span)
        log = TraversalLog(order=self._source.order, filtered=self._source.filtered)
        log.restore(bookmark.log)
        ids = array("q")
        with self._ids_path.open("rb") as file:
            ids.fromfile(file, bookmark.rows)
        for number in ids:
            log.seen.add(number)
        self._ids.open({"bytes": bookmark.rows * _ID_BYTES})
        self._columns = Columns(bookmark.columns, of_model=bookmark.of_model)
        self._writer.start(self._columns, bookmark.writer)
        self._rows = bookmark.rows
        return Traversal(self._source, attrs.evolve(self._span, start_page=bookmark.page), log=log)

    def _write(self, page: Page[T]) -> None:
        if self._columns is None:
            self._columns = Columns.of(page.items, self._source.model)
            self._writer.start(self._columns, None)
        self._writer.write(page.items)
        self._ids.append(array("q", [self._source.row_id(row) or 0 for row in page.items]).tobytes())
        self._rows += len(page.items)

    def _checkpoint(self, traversal: Traversal[T]) -> None:
        """Keep rows, ids and bookmark on the disk, in this order."""
        if self._columns is None or traversal.log.blind or traversal.settling:
            return
        bookmark = _Bookmark(
            version=_VERSION,
            list=self._list,
            page=traversal.page,
            rows=self._rows,
            limit=self._span.limit,
            columns=self._columns.columns,
            of_model=self._columns.of_model,
            log=traversal.log.state(),
            writer=dict(self._writer.checkpoint()),
        )
        self._ids.checkpoint()
        fresh = self._bookmark_path.with_suffix(".json.new")
        with fresh.open("wb") as file:
            file.write(msgspec.json.encode(bookmark))
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._bookmark_path)

    def _finish(self) -> None:
        self._writer.finish(self._target)
        self._ids.close()
        self._ids_path.unlink(missing_ok=True)
        self._bookmark_path.unlink(missing_ok=True)
