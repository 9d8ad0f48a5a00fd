"""Bulk submission beside the ideal: 10 000 invoices in chunks of 50, eight requests at a time, a server of 100 ms.

The ideal is 25 rounds of 100 ms. A new ledger asks the account for traces of its run before it sends, which takes a
round of its own, so 25/26 = 0.962 is the most that this can reach; the second line leaves that round out. The server is
a process of its own on loopback, the client the real one with its ledger on the disk. ``memory`` submits a million
drafts to a server that answers at once, in this process, and shows how much the process grows after the first 10 000.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from daftra_async import ApiKey, Daftra, Ledger
from daftra_async._bulk.api import Listing
from daftra_async._wire.messages import Response
from tests.bulk.answers import answer
from tests.bulk.submitting import submit

DRAFTS, CHUNK, CONCURRENCY, LATENCY = 10_000, 50, 8, 0.1
ROUNDS = -(-DRAFTS // (CHUNK * CONCURRENCY))
REPEATS = 5
MILLION = 1_000_000


def drafts(count: int) -> Iterator[dict[str, Any]]:
    """Invoices of two lines, made as they are read."""
    for place in range(count):
        yield {
            "Invoice": {"client_id": place % 500 + 1, "currency_code": "EGP", "date": "2026-01-31", "draft": False},
            "InvoiceItem": [
                {"item": "Paper, A4, 80 g", "quantity": 3, "unit_price": "12.50"},
                {"item": f"Delivery {place}", "quantity": 1, "unit_price": "40"},
            ],
        }


class Remote:
    """The server: every creation takes the latency, whatever it holds; created records can be found by their keys."""

    def __init__(self) -> None:
        self.keys: dict[str, int] = {}

    def create(self, drafts: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        results = []
        for draft in drafts:
            identity = len(self.keys) + 1
            self.keys[draft["Invoice"]["po_number"]] = identity
            results.append({"result": "successful", "code": 202, "id": identity, "invoice_number": f"{identity:06d}"})
        return results

    def find(self, key: str | None) -> list[dict[str, Any]]:
        identity = self.keys.get(key or "")
        return [] if identity is None else [{"id": str(identity), "po_number": key}]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                arrived = time.monotonic()
                lines = head.lower().split(b"\r\n")
                length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
                body = await reader.readexactly(length)
                if head.startswith(b"POST"):
                    payload = json.dumps(self.create(json.loads(body))).encode()
                else:
                    key = head.partition(b"po_number=")[2].partition(b"&")[0].partition(b" ")[0].decode()
                    rows = [{"Invoice": row} for row in self.find(key)]
                    payload = json.dumps(
                        {"result": "successful", "data": rows, "pagination": {"page_count": 1}}
                    ).encode()
                await asyncio.sleep(LATENCY - (time.monotonic() - arrived))
                writer.write(
                    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(payload)
                )
                writer.write(payload)
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.close()


async def serve() -> None:
    server = await asyncio.start_server(Remote().serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


async def once(port: int, ledger: Path | None) -> float:
    """Seconds for the whole run."""
    url = f"http://127.0.0.1:{port}"
    async with Daftra(base_url=url, auth=ApiKey("k"), concurrency=CONCURRENCY + 2) as daftra:
        await daftra.invoices.list(limit=1)
        started = time.perf_counter()
        run = daftra.invoices.bulk(drafts(DRAFTS), chunk_size=CHUNK, concurrency=CONCURRENCY, ledger=ledger)
        report = await run
        seconds = time.perf_counter() - started
    if report.created != DRAFTS:
        raise SystemExit(f"{report} instead of {DRAFTS} created")
    return seconds


def against_the_ideal() -> None:
    kept: list[float] = []
    unkept: list[float] = []
    size = 0
    for _ in range(REPEATS):
        for ledger_on, times in ((True, kept), (False, unkept)):
            server = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.bench_bulk", "serve"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert server.stdin is not None
            assert server.stdout is not None
            with tempfile.TemporaryDirectory() as folder, server.stdin, server.stdout:
                path = Path(folder) / "ledger.sqlite"
                times.append(asyncio.run(once(int(server.stdout.readline()), path if ledger_on else None)))
                size = path.stat().st_size if ledger_on else size
            server.wait()
    ideal = ROUNDS * LATENCY
    show("of the ideal, ledger on disk", [ideal / seconds for seconds in kept])
    show("  without the round of its probe", [ideal / (seconds - LATENCY) for seconds in kept])
    show("of the ideal, ledger in memory", [ideal / seconds for seconds in unkept])
    show("ledger on disk to in memory", [on / off for on, off in zip(kept, unkept, strict=True)])
    print(f"{'ledger, MB per million drafts':<34}{size / DRAFTS:>8.0f}")


def show(what: str, ratios: Sequence[float]) -> None:
    print(f"{what:<34}{min(ratios):>8.3f}{statistics.median(ratios):>8.3f}{max(ratios):>8.3f}")


class Instant:
    """A server in this process that answers at once and keeps nothing but the last keys."""

    account, resource, section, batch, timeout = "bench", "invoices", "Invoice", True, 30.0

    def __init__(self) -> None:
        self._next = 0
        self._keys: dict[str, int] = {}

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        await asyncio.sleep(0)
        self._keys = {draft["Invoice"]["po_number"]: self._next + place for place, draft in enumerate(drafts, start=1)}
        self._next += len(drafts)
        results = [{"result": "successful", "code": 202, "id": identity} for identity in self._keys.values()]
        return answer(200, json.dumps(results).encode())

    async def find(self, query: Mapping[str, str]) -> Listing:
        return Listing(records=())

    async def fetch(self, record_id: int) -> Mapping[str, Any] | None:
        return {"id": record_id, "po_number": "another"}


async def memory(count: int) -> None:
    """How much the process grows over a long run with every outcome taken."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"
        after_first, started = 0.0, time.perf_counter()
        async for outcome in submit(Instant(), drafts(count), chunk_size=CHUNK, concurrency=CONCURRENCY, ledger=path):
            if outcome.index == 10_000:
                after_first = resident()
        grown, seconds = resident() - after_first, time.perf_counter() - started
        per_draft = path.stat().st_size / count
    print(
        f"{count} drafts: {grown:+.1f} MiB after the first 10 000, {per_draft:.0f} ledger bytes each, {seconds:.0f} s"
    )


def resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def ledger_seconds() -> None:
    """What the ledger's own work takes, alone, beside the ideal time of the run it serves."""
    from daftra_async._bulk.entry import Entry, Finding, State

    shares = []
    for _ in range(REPEATS):
        with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "ledger.sqlite") as ledger:
            started = time.process_time()
            for first in range(0, DRAFTS, CHUNK):
                entries = [Entry(position=first + place, digest=bytes(16)) for place in range(CHUNK)]
                findings = [
                    Finding(position=entry.position, state=State.CREATED, record_id=entry.position + 1)
                    for entry in entries
                ]
                ledger.transact([lambda entries=entries: ledger.intend(entries)])
                ledger.transact([lambda findings=findings: ledger.conclude(findings)])
            shares.append((time.process_time() - started) / (ROUNDS * LATENCY * CONCURRENCY))
    show("ledger's work in request time", shares)


def main() -> None:
    print(f"{'':<34}{'min':>8}{'median':>8}{'max':>8}")
    against_the_ideal()
    ledger_seconds()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve"]:
            asyncio.run(serve())
        case ["memory", *count]:
            asyncio.run(memory(int(count[0]) if count else MILLION))
        case _:
            main()
