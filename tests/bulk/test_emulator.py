"""Bulk runs of the real client over real connections, against the emulator and its faults."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from daftra_async import ApiKey, AuthenticationError, CustomField, Daftra, Ledger, export_outcomes
from daftra_async.emulator import Emulator
from daftra_async.emulator.faults import Fault

ADD_BULK = "POST /api2/invoices/add_bulk.json"
SETTINGS: dict[str, Any] = {"chunk_size": 5, "concurrency": 2, "settle": 0.4, "poll_interval": 0.1}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running
        await running.settled()
        assert running.app.failures == []


@pytest.fixture
async def daftra(emulator: Emulator) -> AsyncIterator[Daftra]:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), timeout=1.0) as client:
        yield client


def drafts(count: int, section: str = "Invoice") -> list[dict[str, Any]]:
    lines = [{"item": "Paper", "quantity": 2, "unit_price": "2.50"}]
    return [{section: {"client_id": 1, "date": "2026-01-31"}, "InvoiceItem": lines} for _ in range(count)]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="cut_before"),
        Fault(kind="cut_after"),
        Fault(kind="cut_halfway"),
        Fault(kind="zombie", delay=0.2),
        Fault(kind="hang", applied=True),
        Fault(kind="status", status=503),
        Fault(kind="status", status=500, applied=True),
        Fault(kind="html"),
        Fault(kind="garbage"),
        Fault(kind="truncated"),
        Fault(kind="short"),
        Fault(kind="reordered"),
        Fault(kind="read_lag", delay=0.05),
    ],
    ids=lambda fault: f"{fault.kind}{'_applied' if fault.applied else ''}",
)
async def test_a_fault_leaves_every_invoice_created_once(emulator: Emulator, daftra: Daftra, fault: Fault) -> None:
    before = emulator.store.count("invoice")
    emulator.faults.script(ADD_BULK, [None, fault])
    settings: dict[str, Any] = {**SETTINGS, "settle": 1.5 if fault.kind == "hang" else 0.4}
    run = daftra.invoices.bulk(drafts(20), **settings)
    report = await run
    await emulator.settled()
    assert (report.created, report.rejected, report.unconfirmed) == (20, 0, 0)
    assert emulator.store.count("invoice") == before + 20
    audit = await run.audit()
    assert (audit.ok, audit.checked) == (True, 20)


@pytest.mark.parametrize("key", ["po_number", "no", CustomField("Import id")], ids=str)
async def test_each_kind_of_key_is_read_back(emulator: Emulator, daftra: Daftra, key: Any) -> None:
    before = emulator.store.count("invoice")
    emulator.faults.script(ADD_BULK, [None, "cut_after", "cut_before"])
    report = await daftra.invoices.bulk(drafts(20), key=key, **SETTINGS)
    assert (report.created, report.unconfirmed) == (20, 0)
    assert emulator.store.count("invoice") == before + 20


async def test_estimates_are_sent_one_by_one_with_the_same_promises(emulator: Emulator, daftra: Daftra) -> None:
    before = len(await daftra.estimates.list().collect())
    emulator.faults.script("POST /api2/estimates.json", [None, "cut_after", "cut_before"])
    report = await daftra.estimates.bulk(drafts(6, "Estimate"), **SETTINGS)
    assert (report.created, report.unconfirmed) == (6, 0)
    assert len(await daftra.estimates.list().collect()) == before + 6


async def test_a_refused_invoice_comes_with_the_servers_reasons(daftra: Daftra) -> None:
    odd = {"Invoice": {"client_id": 4711}, "InvoiceItem": []}
    report = await daftra.invoices.bulk([*drafts(7), odd], **SETTINGS)
    assert (report.created, report.rejected) == (7, 1)
    assert "Invoice.client_id" in report.outcomes[-1].error.validation_errors  # type: ignore[union-attr]


async def test_a_wrong_key_stops_the_run_and_the_right_one_resumes_it(emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "june.sqlite"
    async with Daftra(base_url=emulator.url, auth=ApiKey("wrong")) as client:
        with pytest.raises(AuthenticationError, match="401") as caught:
            await client.invoices.bulk(drafts(8), ledger=path, **SETTINGS)
    assert "june.sqlite" in caught.value.__notes__[0]
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as client:
        assert (await client.invoices.bulk(drafts(8), ledger=path, **SETTINGS)).created == 8


async def test_the_outcomes_of_a_ledger_are_exported_line_by_line(daftra: Daftra, tmp_path: Path) -> None:
    path, export = tmp_path / "june.sqlite", tmp_path / "june.jsonl"
    await daftra.invoices.bulk(drafts(8), ledger=path, **SETTINGS)
    with Ledger(path) as ledger:
        assert export_outcomes(ledger.outcomes(), export) == 8
    assert export.read_text().count('"status":"created"') == 8


PROGRAM = """
import asyncio, sys
from pathlib import Path
from daftra_async import ApiKey, Daftra

async def main(url, key, ledger):
    drafts = [{"Invoice": {"client_id": 1}, "InvoiceItem": []} for _ in range(400)]
    settings = {"chunk_size": 5, "concurrency": 2, "settle": 0.4, "poll_interval": 0.1, "ledger": ledger}
    async with Daftra(base_url=url, auth=ApiKey(key)) as daftra:
        async for outcome in daftra.invoices.bulk(drafts, **settings):
            print(outcome.index, flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


def test_ctrl_c_leaves_a_ledger_that_resumes_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "june.sqlite"
    with Emulator(bulk_latency=0.002) as emulator:
        arguments = [sys.executable, "-c", PROGRAM, emulator.url, emulator.api_key, str(path)]
        before = emulator.store.count("invoice")
        first = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert first.stdout is not None
        assert first.stdout.readline() == "0\n"
        first.send_signal(signal.SIGINT)
        _, told = first.communicate()
        assert first.returncode != 0
        assert "make the same call with ledger=" in told
        with Ledger(path) as ledger:
            assert 0 < ledger.size() < 400
        second = subprocess.run(arguments, capture_output=True, text=True, check=True)
        assert second.stdout.split() == [str(place) for place in range(400)]
        assert emulator.store.count("invoice") == before + 400
