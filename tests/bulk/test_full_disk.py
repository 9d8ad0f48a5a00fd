"""A disk that fills up under a run: it stops, and the same call goes on once there is room."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from daftra_async import ApiKey, Daftra, LedgerError
from daftra_async.emulator import Emulator

COUNT = 200
ROOM = 80_000
"""Bytes that a file may have: enough to open a ledger and to record a part of the run."""


@contextmanager
def little_room() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def drafts() -> Iterator[dict[str, Any]]:
    for place in range(COUNT):
        yield {"Invoice": {"client_id": 1, "notes": f"draft {place}"}, "InvoiceItem": []}


@pytest.mark.parametrize("order", ["input", "completed"])
async def test_a_full_disk_stops_the_run_and_loses_nothing(tmp_path: Path, order: Any) -> None:
    path = tmp_path / "june.sqlite"
    async with Emulator() as emulator, Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        before = emulator.store.count("invoice")

        async def run() -> int:
            settings: dict[str, Any] = {"chunk_size": 5, "concurrency": 2, "settle": 0.4, "poll_interval": 0.1}
            return len([one async for one in daftra.invoices.bulk(drafts(), ledger=path, order=order, **settings)])

        with little_room(), pytest.raises(LedgerError, match=f"{path} cannot be used") as caught:
            await run()
        assert "june.sqlite" in caught.value.__notes__[0]
        assert 0 < emulator.store.count("invoice") - before < COUNT
        assert await run() == COUNT
        assert emulator.store.count("invoice") == before + COUNT
