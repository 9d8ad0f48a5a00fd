"""``create(once=)``: one record for one name, whoever calls and however often."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from daftra_async import (
    ApiKey,
    ConfigurationError,
    Daftra,
    KeyTaken,
    LedgerDamaged,
    LedgerMismatch,
    ValidationError,
    WriteUnconfirmed,
)
from daftra_async._bulk.once import OnceLedger
from daftra_async.emulator import Emulator
from daftra_async.emulator.faults import Fault

CREATE = "POST /api2/invoices.json"
SETTLE = 0.4


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets a run of another."""
    monkeypatch.setenv("DAFTRA_STATE_DIR", str(tmp_path / "state"))


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running
        await running.settled()
        assert running.app.failures == []


@pytest.fixture
async def daftra(emulator: Emulator) -> AsyncIterator[Daftra]:
    async with client(emulator) as daftra:
        yield daftra


def client(emulator: Emulator) -> Daftra:
    return Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), timeout=1.0)


def draft(**main: Any) -> Any:
    line = {"item": "Paper", "quantity": 2, "unit_price": "2.5"}
    return {"Invoice": {"client_id": 1, "date": "2026-01-31", **main}, "InvoiceItem": [line]}


async def create(daftra: Daftra, once: str = "order-1", path: Path | None = None, **main: Any) -> int | None:
    return (await daftra.invoices.create_once(draft(**main), once=once, ledger=path, settle=SETTLE)).id


LEDGERS = pytest.mark.parametrize("file", [None, "writes.sqlite"])


@LEDGERS
async def test_the_same_name_is_one_record(emulator: Emulator, tmp_path: Path, file: str | None) -> None:
    path = tmp_path / file if file else None
    before = emulator.store.count("invoice")
    made = []
    for _ in range(3):
        async with client(emulator) as daftra:
            made.append(await create(daftra, path=path))
    other = await create(daftra := client(emulator), "order-2", path)
    await daftra.aclose()
    assert made[0] == made[1] == made[2] != other
    assert emulator.store.count("invoice") == before + 2


async def test_the_create_of_a_resource_takes_a_name(emulator: Emulator, daftra: Daftra, tmp_path: Path) -> None:
    path = tmp_path / "writes.sqlite"
    first = await daftra.invoices.create(draft(), once="order-1", ledger=path)
    second = await daftra.invoices.create(draft(), once="order-1", ledger=path)
    assert first == second


async def test_parameters_go_with_a_named_write(emulator: Emulator, daftra: Daftra) -> None:
    created = await daftra.clients.create({"Client": {"business_name": "Nile"}}, skip_email=True, once="client-1")
    assert (await daftra.clients.get(created.id)).business_name == "Nile"
    (write,) = emulator.journal.matching("POST *")
    assert write.query == (("skip_email", "1"),)


@LEDGERS
async def test_calls_at_the_same_time_make_one_record(emulator: Emulator, tmp_path: Path, file: str | None) -> None:
    path = tmp_path / file if file else None
    before = emulator.store.count("invoice")
    async with client(emulator) as one, client(emulator) as two:
        made = await asyncio.gather(*(create(daftra, path=path) for daftra in (one, two) * 4))
    assert len(set(made)) == 1
    assert emulator.store.count("invoice") == before + 1


async def test_many_names_share_one_file_at_the_same_time(emulator: Emulator, daftra: Daftra, tmp_path: Path) -> None:
    path = tmp_path / "writes.sqlite"
    names = [f"order-{place}" for place in range(40)]
    made = await asyncio.gather(*(create(daftra, once, path) for once in names))
    assert len(set(made)) == 40
    assert await asyncio.gather(*(create(daftra, once, path) for once in names)) == made


@LEDGERS
@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="cut_before"),
        Fault(kind="cut_after"),
        Fault(kind="zombie", delay=0.2),
        Fault(kind="status", status=503),
        Fault(kind="status", status=500, applied=True),
        Fault(kind="status", status=400, applied=True),
        Fault(kind="status", status=422, applied=True),
        Fault(kind="status", status=429, applied=True),
        Fault(kind="html"),
        Fault(kind="truncated"),
    ],
    ids=lambda fault: f"{fault.kind}{fault.status or ''}{'_applied' if fault.applied else ''}",
)
async def test_a_fault_leaves_one_record(
    emulator: Emulator, daftra: Daftra, tmp_path: Path, fault: Fault, file: str | None
) -> None:
    before = emulator.store.count("invoice")
    emulator.faults.script(CREATE, [fault])
    made = None
    for _ in range(3):
        try:
            made = await create(daftra, path=tmp_path / file if file else None)
            break
        except (WriteUnconfirmed, ValidationError):
            continue
    await emulator.settled()
    assert made is not None
    assert emulator.store.count("invoice") == before + 1


@LEDGERS
async def test_another_draft_under_the_name_is_said(daftra: Daftra, tmp_path: Path, file: str | None) -> None:
    path = tmp_path / file if file else None
    await create(daftra, path=path)
    with pytest.raises(LedgerMismatch, match="another"):
        await create(daftra, path=path, client_id=2)


async def test_a_draft_with_a_key_of_its_own_meets_a_record_that_says_something_else(daftra: Daftra) -> None:
    await create(daftra, "first", po_number="PO-7")
    assert await create(daftra, "second", po_number="PO-7") == await create(daftra, "first", po_number="PO-7")
    with pytest.raises(KeyTaken, match="a key of its own"):
        await create(daftra, "third", po_number="PO-7", client_id=2)


@LEDGERS
async def test_what_the_server_refuses_is_refused_every_time_and_makes_nothing(
    emulator: Emulator, daftra: Daftra, tmp_path: Path, file: str | None
) -> None:
    before = emulator.store.count("invoice")
    for _ in range(2):
        with pytest.raises(ValidationError) as caught:
            await create(daftra, path=tmp_path / file if file else None, client_id=4711)
        assert "Invoice.client_id" in caught.value.validation_errors
    assert emulator.store.count("invoice") == before


async def test_what_is_no_draft_is_refused_before_anything_is_asked(emulator: Emulator, daftra: Daftra) -> None:
    with pytest.raises(ConfigurationError, match=r"did you mean Invoice?"):
        await daftra.invoices.create({"Invoicee": {}}, once="order-1")  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="once="):
        await daftra.invoices.create(draft(), once=" ")


async def test_a_row_that_was_altered_is_damage(daftra: Daftra, tmp_path: Path) -> None:
    path = tmp_path / "writes.sqlite"
    await create(daftra, path=path)
    other = sqlite3.connect(path)
    other.execute("UPDATE writes SET content = replace(content, '\"size\"', '\"sizes\"')")
    other.commit()
    other.close()
    with pytest.raises(LedgerDamaged, match="order-1"):
        await create(daftra, path=path)


async def test_a_flipped_bit_of_the_row_is_damage_or_a_write_that_is_looked_for(daftra: Daftra, tmp_path: Path) -> None:
    """Every byte of the row, two of its bits: the text may be no text any more, the row another one's."""
    path = tmp_path / "writes.sqlite"
    made = await create(daftra, path=path)
    with closing(sqlite3.connect(path)) as database:
        account, resource, name, content = database.execute(
            "SELECT account, resource, once, content FROM writes"
        ).fetchone()
    whole = path.read_bytes()
    row = f"{account}{resource}{name}{content}".encode()
    first, refused = whole.index(row), 0
    for place in range(first, first + len(row)):
        for bit in (0x01, 0x80):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
            try:
                OnceLedger(path, account=account, resource=resource, name=name)
            except LedgerDamaged:
                refused += 1
    assert refused >= 2 * len(content)
    path.unlink()
    assert await create(daftra, path=path) == made


async def test_a_file_that_is_no_ledger_is_refused(daftra: Daftra, tmp_path: Path) -> None:
    path = tmp_path / "writes.sqlite"
    path.write_text("client,amount\n" * 100)
    with pytest.raises(LedgerDamaged):
        await create(daftra, path=path)


async def test_a_lost_file_is_no_second_record(emulator: Emulator, daftra: Daftra, tmp_path: Path) -> None:
    path = tmp_path / "writes.sqlite"
    before = emulator.store.count("invoice")
    first = await create(daftra, path=path)
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    assert await create(daftra, path=path) == first
    assert emulator.store.count("invoice") == before + 1


async def test_a_lost_answer_is_resolved_once_any_record_shows_that_keys_can_be_read(
    emulator: Emulator, daftra: Daftra
) -> None:
    async def lost(once: str) -> int | None:
        emulator.faults.script(CREATE, [Fault(kind="cut_before")])
        return await create(daftra, once, client_id=1)

    async def busy() -> None:
        while True:
            await daftra.invoices.add_bulk([draft(notes="of others")], client_id=None, terminal_id=None)
            await asyncio.sleep(0.05)

    others = asyncio.create_task(busy())
    try:
        with pytest.raises(WriteUnconfirmed, match="same call again"):
            await lost("order-1")
        await create(daftra, "order-2")
        assert await create(daftra, "order-1") is not None
        assert await lost("order-3") is not None
    finally:
        others.cancel()
