"""Paging against the ideal: speed of 200 pages of 50 ms, and memory over a million rows, read and exported.

Speed: one request to learn the number of pages, then the rest eight at a time: 1 + ⌈199 / 8⌉ rounds of 50 ms would be
the ideal. The pages come from memory after the wait, so what is measured is the pager's own loss. Memory: what is
held after a million rows against what was held after the first ten thousand.

    python benchmarks/bench_paging.py [--runs N] [--rows N]
"""

from __future__ import annotations

import argparse
import asyncio
import math
import resource
import tempfile
import time
import tracemalloc
from statistics import median

import attrs

from daftra_async._paging.page_source import PageRequest, PageSource
from daftra_async._paging.pager import Pager
from daftra_async._wire.page import Page
from daftra_async.export import ExportProgress

PAGES, ROWS_PER_PAGE, WAIT, CONCURRENCY = 200, 50, 0.05, 8


@attrs.frozen
class Row:
    id: int


def source(rows: int, wait: float) -> PageSource[Row]:
    """A quiet list, newest first."""

    async def fetch(request: PageRequest) -> Page[Row]:
        await asyncio.sleep(wait)
        limit = request.limit or ROWS_PER_PAGE
        start = (request.page - 1) * limit
        items = [Row(rows - place) for place in range(start, min(start + limit, rows))]
        count = math.ceil(rows / limit)
        return Page(items=items, page=request.page, page_count=count, total=rows, has_more=request.page < count)

    return PageSource(fetch=fetch, order="newest_first")


async def speed() -> float:
    """The ideal time of one run over its measured time."""
    rows = PAGES * ROWS_PER_PAGE
    start = time.perf_counter()
    seen = 0
    async for _ in Pager(source(rows, WAIT), limit=ROWS_PER_PAGE, concurrency=CONCURRENCY):
        seen += 1
    taken = time.perf_counter() - start
    if seen != rows:
        raise SystemExit(f"{seen} of {rows} rows came")
    return (1 + math.ceil((PAGES - 1) / CONCURRENCY)) * WAIT / taken


async def growth(rows: int) -> float:
    """MiB held after all rows beyond what was held after the first ten thousand."""
    tracemalloc.start()
    seen = early = 0
    async for _ in Pager(source(rows, 0), limit=200, concurrency=CONCURRENCY):
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
    ratios = sorted(asyncio.run(speed()) for _ in range(given.runs))
    print(
        f"paging, {PAGES} pages of {WAIT * 1000:.0f} ms at concurrency {CONCURRENCY}, of the ideal speed: "
        f"min {ratios[0]:.3f}  median {median(ratios):.3f}  max {ratios[-1]:.3f}  (reach 0.95)"
    )
    for suffix in (".jsonl", ".csv", ".parquet"):
        outgrown = asyncio.run(exported(given.rows, suffix))
        print(
            f"export to {suffix}, process grown from row 20,000 to row {given.rows:,}: {outgrown:.2f} MiB  (reach 10)"
        )
    grown = asyncio.run(growth(given.rows))
    print(f"paging, memory grown from row 10,000 to row {given.rows:,}: {grown:.2f} MiB  (reach 10)")


if __name__ == "__main__":
    main()
