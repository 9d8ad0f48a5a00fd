"""Paging against the ideal: speed of 200 pages of 50 ms, and memory over a million rows, read and exported.

Speed: one request to learn the number of pages, then the rest eight at a time: 1 + ⌈199 / 8⌉ rounds of 50 ms would be
the ideal, at 20 and at 1,000 rows a page. The pages come from memory after the wait, so what is measured is the pager's
own loss, and the making of the rows; bare tasks that fetch the same pages, in order and eight at a time, say what the
machine allows at that moment. Memory: what is held after a million rows against what was held after the first
ten thousand, with ids that leave none out and with two of three left out.

    python -m benchmarks.bench_paging [--runs N] [--rows N]
"""

from __future__ import annotations

import argparse
import asyncio
import math
import resource
import tempfile
import time
import tracemalloc
from collections import deque
from itertools import islice
from statistics import median

import attrs

from daftra_async._paging.page_source import PageRequest, PageSource
from daftra_async._paging.pager import Pager
from daftra_async._wire.page import Page
from daftra_async.export import ExportProgress

PAGES, WAIT, CONCURRENCY = 200, 0.05, 8
ROWS_PER_PAGE = (20, 1000)


@attrs.frozen
class Row:
    id: int


def source(rows: int, wait: float, *, apart: int = 1) -> PageSource[Row]:
    """A quiet list, newest first, whose ids lie ``apart``."""

    async def fetch(request: PageRequest) -> Page[Row]:
        await asyncio.sleep(wait)
        limit = request.limit or 20
        start = (request.page - 1) * limit
        items = [Row(apart * (rows - place)) for place in range(start, min(start + limit, rows))]
        count = math.ceil(rows / limit)
        return Page(items=items, page=request.page, page_count=count, total=rows, has_more=request.page < count)

    return PageSource(fetch=fetch, order="newest_first")


async def speed(rows_per_page: int) -> float:
    """The ideal time of one run over its measured time."""
    rows = PAGES * rows_per_page
    start = time.perf_counter()
    seen = 0
    async for _ in Pager(source(rows, WAIT), limit=rows_per_page, concurrency=CONCURRENCY):
        seen += 1
    return _of_ideal(seen, rows, time.perf_counter() - start)


async def bare(rows_per_page: int) -> float:
    """The same for tasks that fetch the pages and for nothing else."""
    rows, start = source(PAGES * rows_per_page, WAIT), time.perf_counter()

    async def fetch(number: int) -> int:
        return len((await rows.fetch(PageRequest(page=number, limit=rows_per_page))).items)

    seen, numbers = await fetch(1), iter(range(2, PAGES + 1))
    running = deque(asyncio.ensure_future(fetch(number)) for number in islice(numbers, CONCURRENCY))
    while running:
        seen += await running.popleft()
        running.extend(asyncio.ensure_future(fetch(number)) for number in islice(numbers, 1))
    return _of_ideal(seen, PAGES * rows_per_page, time.perf_counter() - start)


def _of_ideal(seen: int, rows: int, taken: float) -> float:
    if seen != rows:
        raise SystemExit(f"{seen} of {rows} rows came")
    return (1 + math.ceil((PAGES - 1) / CONCURRENCY)) * WAIT / taken


async def growth(rows: int, *, apart: int) -> float:
    """MiB held after all rows beyond what was held after the first ten thousand."""
    tracemalloc.start()
    seen = early = 0
    async for _ in Pager(source(rows, 0, apart=apart), limit=200, concurrency=CONCURRENCY):
        seen += 1
        if seen == 10_000:
            early = tracemalloc.get_traced_memory()[0]
    late = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (late - early) / 2**20


async def exported(rows: int, suffix: str) -> float:
    """MiB by which the process outgrew, while it exported all rows, what it was after the first twenty thousand."""
    peaks: list[tuple[int, float]] = []

    def note(progress: ExportProgress) -> None:
        peaks.append((progress.rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))

    with tempfile.TemporaryDirectory() as folder:
        await Pager(source(rows, 0), limit=200, concurrency=CONCURRENCY).export(f"{folder}/rows{suffix}", progress=note)
    early = next(peak for seen, peak in peaks if seen >= 20_000)
    return peaks[-1][1] - early


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rows", type=int, default=1_000_000)
    given = parser.parse_args()
    for rows_per_page in ROWS_PER_PAGE:
        what = f"{PAGES} pages of {rows_per_page:,} rows and {WAIT * 1000:.0f} ms, {CONCURRENCY} at once"
        print(f"{what}, of the ideal speed:")
        pairs = [[asyncio.run(run(rows_per_page)) for run in (speed, bare)] for _ in range(given.runs)]
        for who, ratios in zip(("the pager", "bare tasks"), map(sorted, zip(*pairs, strict=True)), strict=True):
            print(f"  {who:10}  min {ratios[0]:.3f}  median {median(ratios):.3f}  max {ratios[-1]:.3f}  (reach 0.97)")
    for suffix in (".jsonl", ".csv", ".parquet"):
        outgrown = asyncio.run(exported(given.rows, suffix))
        print(
            f"export to {suffix}, process grown from row 20,000 to row {given.rows:,}: {outgrown:.2f} MiB  (reach 10)"
        )
    for apart in (1, 3):
        grown = asyncio.run(growth(given.rows, apart=apart))
        print(
            f"paging, memory grown from row 10,000 to row {given.rows:,}, "
            f"ids {apart} apart: {grown:.2f} MiB  (reach 10)"
        )


if __name__ == "__main__":
    main()
