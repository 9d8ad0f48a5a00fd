"""The main job, end to end, on the embedded emulator: submit 1 000 invoices in bulk, then page everything back.

Run it with ``make demo``. No account is needed; nothing leaves this machine.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from daftra_async import ApiKey, Daftra, Outcome
from daftra_async.emulator import Emulator

SAMPLE = Path(__file__).with_name("invoices.jsonl")
INTERRUPTED = 130


def drafts() -> Iterator[dict[str, Any]]:
    with SAMPLE.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


class Progress:
    """One line that is rewritten on a terminal, and a line per quarter in a log."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.counts: Counter[str] = Counter()
        self.started = time.perf_counter()
        self.live = sys.stderr.isatty()

    def note(self, outcome: Outcome) -> None:
        self.counts[outcome.status] += 1
        done = self.counts.total()
        if self.live or done % (self.total // 4) == 0:
            rate = done / (time.perf_counter() - self.started)
            bar = "█" * (30 * done // self.total)
            line = f"  {bar:<30} {done}/{self.total}  {rate:,.0f} invoices/s"
            print(line, end="\r" if self.live and done < self.total else "\n", file=sys.stderr, flush=True)


async def submit(daftra: Daftra) -> dict[int, Outcome]:
    total = sum(1 for _ in drafts())
    print(f"Submitting {total} invoices from {SAMPLE.name}, 50 to a request, 4 requests at a time")
    progress = Progress(total)
    reasons: Counter[str] = Counter()
    created: dict[int, Outcome] = {}
    async for outcome in daftra.invoices.bulk(drafts(), chunk_size=50, concurrency=4):
        progress.note(outcome)
        if outcome.status == "created" and outcome.id is not None:
            created[outcome.id] = outcome
        else:
            reasons[f"{outcome.status}: {outcome.error}"] += 1
    seconds = time.perf_counter() - progress.started
    counts = progress.counts
    print(f"  created {counts['created']}, rejected {counts['rejected']}, unconfirmed {counts['unconfirmed']}", end="")
    print(f" in {seconds:.2f} s ({total / seconds:,.0f} invoices/s)")
    for reason, times in reasons.most_common():
        print(f"  {times:4} × {reason}")
    return created


async def read_back(daftra: Daftra, created: dict[int, Outcome]) -> bool:
    print("Paging every invoice back, 8 pages at a time")
    started = time.perf_counter()
    totals: Counter[str] = Counter()
    amounts: dict[str, Decimal] = {}
    found: Counter[int] = Counter()
    async for invoice in daftra.invoices.list(limit=50):
        found[invoice.id] += 1
        currency = invoice.currency_code or "?"
        totals[currency] += 1
        amounts[currency] = amounts.get(currency, Decimal(0)) + (invoice.summary_total or 0)
    seconds = time.perf_counter() - started
    print(f"  {found.total()} invoices in {seconds:.2f} s ({found.total() / seconds:,.0f} rows/s)")
    for currency, number in totals.most_common():
        print(f"  {number:5} in {currency}, {amounts[currency]:,.2f} altogether")
    complete = all(found[number] == 1 for number in created)
    print("  every created invoice came back exactly once" if complete else "  SOME CREATED INVOICES ARE MISSING")
    return complete


async def main() -> int:
    async with Emulator() as emulator, Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        print(f"Emulator listening on {emulator.url}")
        return 0 if await read_back(daftra, await submit(daftra)) else 1


def run() -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return asyncio.run(main())
    except KeyboardInterrupt:
        print("\nStopped: everything was closed; nothing is left running.", file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(run())
