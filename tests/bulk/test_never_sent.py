"""A draft that the ledger calls never sent is recorded as sent before it goes: the next run must know of it."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import Any

import pytest

from daftra_async import ApiKey, BulkError, Daftra, Ledger
from daftra_async._bulk.entry import State
from daftra_async.emulator import Emulator
from daftra_async.emulator.faults import Fault

ADD_BULK = "POST /api2/invoices/add_bulk.json"
COUNT = 5


def drafts() -> list[dict[str, Any]]:
    return [{"Invoice": {"client_id": 1}, "InvoiceItem": []} for _ in range(COUNT)]


async def stopped_once_created(emulator: Emulator, daftra: Daftra, ledger: Path, held: int) -> None:
    """A run that is stopped when the server holds so many invoices and nobody was told of them."""

    async def finish() -> None:
        await daftra.invoices.bulk(drafts(), ledger=ledger, concurrency=1, settle=1.0)

    task = asyncio.create_task(finish())
    while emulator.store.count("invoice") < held:
        assert not task.done()
        await asyncio.sleep(0.01)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def test_a_draft_kept_back_by_a_401_and_then_cut_off_is_looked_for_before_it_goes_again(tmp_path: Path) -> None:
    ledger = tmp_path / "june.sqlite"
    async with Emulator() as emulator:
        before = emulator.store.count("invoice")
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as stranger:
            emulator.faults.script(ADD_BULK, [Fault(kind="status", status=401)] * COUNT)
            with pytest.raises(BulkError, match="401"):
                await stranger.invoices.bulk(drafts(), ledger=ledger, poll_interval=0.1)
            emulator.faults.clear()
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), timeout=1.0) as daftra:
            emulator.faults.script(ADD_BULK, [Fault(kind="cut_after")] * COUNT)
            await stopped_once_created(emulator, daftra, ledger, before + COUNT)
            emulator.faults.clear()
            with Ledger(ledger) as left:
                assert [entry.state for entry in left.entries(0, COUNT)] == [State.SENT] * COUNT
            report = await daftra.invoices.bulk(drafts(), ledger=ledger, settle=0.4, poll_interval=0.1)
        assert (report.created, report.adopted, report.unconfirmed) == (COUNT, 0, 0)
        assert emulator.store.count("invoice") == before + COUNT
