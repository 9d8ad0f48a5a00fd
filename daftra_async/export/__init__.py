"""Export a list to a file, in bounded memory: it appears whole or not at all, and goes on where it broke off.

Beside the target lie, until it is finished, ``<name>.part`` (the rows so far), ``<name>.part.ids`` (their ids) and
``<name>.part.json`` (the progress). The progress is written after the rows it speaks of are on the disk, so that a run
that is killed at any point loses at most the rows since; calling ``export`` again with the same list and file cuts
the parts back to it, reads the page it names once more to join on to it, and goes on. All that proves completeness is
in it too, so the proof spans the interruption.

All these files, and the target, are readable by their owner alone; none is written through a link.
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Sequence
from contextlib import aclosing
from os import PathLike
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from .._paging.completeness import Completeness
from .._paging.page_source import PageSource
from .._paging.resume import LogState
from .._paging.traversal import Span, Traversal
from .._wire.page import Page
from ..errors import ConfigurationError
from .columns import Columns
from .progress_file import VERSION, Progress, columns_of, id_bytes, load, load_ids, save
from .writers import Csv, JsonLines, Parquet, PartFile, Writer

T = TypeVar("T")


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
    cannot hold exactly; ``BookmarkError`` where the files of an interrupted run are damaged, of another version of this
    package or of another user; ``IncompleteList`` with a strict pager; ``OSError`` for a disk that cannot be written;
    and what reading the list raises. The target is untouched then.
    """
    target = Path(path)
    job = _Export(source, span, target, _writer(target, decimal_places), checkpoint_rows)
    try:
        return await job.run(progress or (lambda _: None), resume=resume)
    finally:
        await asyncio.to_thread(job.close)


def _writer(target: Path, decimal_places: int) -> Writer:
    if target.is_dir():
        raise ConfigurationError(f"{target} is a folder: give the name of a file in it")
    part = target.with_name(target.name + ".part")
    match target.suffix.lower():
        case ".jsonl" | ".ndjson":
            return JsonLines(part)
        case ".csv":
            return Csv(part)
        case ".parquet":
            return Parquet(part, decimal_places=decimal_places)
    raise ConfigurationError(f"{target.name}: give a file name that ends in .jsonl, .csv or .parquet")


class _Export(Generic[T]):
    """One export: the list's traversal, the writer, and the files that keep them in step."""

    def __init__(self, source: PageSource[T], span: Span, target: Path, writer: Writer, checkpoint_rows: int) -> None:
        self._source = source
        self._span = span
        self._target = target
        self._writer = writer
        self._checkpoint_rows = checkpoint_rows
        self._ids_path = target.with_name(target.name + ".part.ids")
        self._ids = PartFile(self._ids_path)
        self._progress_path = target.with_name(target.name + ".part.json")
        self._columns: Columns | None = None
        self._list = f"{source.name} {source.identity} from {span.start_page} at most {span.max_items}"
        self._rows = 0
        self._id_count = 0

    async def run(self, progress: Callable[[ExportProgress], None], *, resume: bool) -> Exported:
        found = await asyncio.to_thread(self._found) if resume and self._source.identity else None
        traversal = await asyncio.to_thread(self._open, found)
        resumed = unsaved = self._rows
        async with aclosing(traversal.pages()) as pages:
            async for page in pages:
                await asyncio.to_thread(self._write, page, traversal.left_out)
                if self._rows - unsaved >= self._checkpoint_rows:
                    await asyncio.to_thread(self._checkpoint, traversal)
                    unsaved = self._rows
                progress(ExportProgress(rows=self._rows, expected=traversal.log.totals.expected))
        await asyncio.to_thread(self._finish)
        report = traversal.log.report(finished=traversal.finished)
        return Exported(path=self._target, rows=self._rows, resumed=resumed, completeness=report)

    def close(self) -> None:
        self._writer.close()
        self._ids.close()

    def _found(self) -> Progress | None:
        """What an interrupted run of this very export left; an export of another list is not gone on with."""
        found = load(self._progress_path)
        return found if found and (found.list, found.limit) == (self._list, self._span.limit) else None

    def _open(self, found: Progress | None) -> Traversal[T]:
        if found is None:
            self._progress_path.unlink(missing_ok=True)
            self._ids.open(None)
            return Traversal(self._source, self._span)
        ids = load_ids(self._ids_path, found.ids)
        log = found.log.log(ids, filtered=self._source.filtered)
        self._columns = columns_of(found, self._source.model)
        self._ids.open({"bytes": id_bytes(found.ids)})
        self._writer.start(self._columns, found.writer)
        self._rows, self._id_count = found.rows, found.ids
        span = attrs.evolve(self._span, start_page=found.page)
        return Traversal(self._source, span, log=log, delivered=found.rows)

    def _write(self, page: Page[T], left_out: Sequence[int | None]) -> None:
        if self._columns is None:
            self._columns = Columns.of(page.items, self._source.model)
            self._writer.start(self._columns, None)
        self._writer.write(page.items)
        ids = [number or 0 for number in (*map(self._source.row_id, page.items), *left_out)]
        self._ids.append(array("q", ids).tobytes())
        self._rows += len(page.items)
        self._id_count += len(ids)

    def _checkpoint(self, traversal: Traversal[T]) -> None:
        """Keep rows, ids and progress on the disk, in this order."""
        if self._columns is None or traversal.log.blind or traversal.settling:
            return
        progress = Progress(
            version=VERSION,
            list=self._list,
            page=traversal.page,
            rows=self._rows,
            ids=self._id_count,
            limit=self._span.limit,
            columns=self._columns.columns,
            of_model=self._columns.of_model,
            log=LogState.of(traversal.log),
            writer=dict(self._writer.checkpoint()),
        )
        self._ids.checkpoint()
        save(self._progress_path, progress)

    def _finish(self) -> None:
        self._writer.finish(self._target)
        self._ids.remove()
        self._progress_path.unlink(missing_ok=True)
