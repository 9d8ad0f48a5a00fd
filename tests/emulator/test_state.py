"""The emulated account's state: time, snapshots, the file, direct access."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.emulator import Emulator
from daftra_async.emulator.__main__ import main
from daftra_async.emulator.clock import Clock
from daftra_async.emulator.store import Store


def store(path: Path | None = None) -> Store:
    return Store(clock=Clock(start=datetime(2026, 5, 1, 12, 0)), path=path)


async def test_records_carry_the_emulated_time(emulator: Emulator, api: httpx.AsyncClient) -> None:
    emulator.clock.move(timedelta(days=40))
    number = (await api.post("/api2/stores.json", json={"Store": {"name": "Later"}})).json()["id"]
    made = (await api.get(f"/v2/api/entity/store/{number}/0")).json()["created"]
    assert datetime.fromisoformat(made) > datetime.fromisoformat("2026-01-01") + timedelta(days=40)


async def test_time_can_be_set_and_moves_forward_only() -> None:
    clock = Clock(start=datetime(2030, 1, 1))
    clock.move(3600)
    assert clock.stamp().startswith("2030-01-01 01:00:0")
    with pytest.raises(ValueError, match="forward"):
        clock.move(-1)


async def test_a_snapshot_brings_everything_back(emulator: Emulator, api: httpx.AsyncClient) -> None:
    before = (await api.get("/api2/invoices.json", params={"limit": 100})).json()
    saved = emulator.snapshot()
    await api.delete("/api2/invoices/1.json")
    await api.put("/api2/invoices/2.json", json={"Invoice": {"client_id": 3}})
    await api.post("/api2/invoices.json", json={"Invoice": {"client_id": 1}})
    emulator.restore(saved)
    assert (await api.get("/api2/invoices.json", params={"limit": 100})).json() == before


@pytest.mark.parametrize("rubbish", [b"", b"[]", b'{"tables": 7, "last_ids": {}}', b'{"tables": {"a": [5]}}'])
def test_what_is_no_snapshot_is_refused(rubbish: bytes) -> None:
    with pytest.raises(ValueError, match="no snapshot"):
        store().restore(rubbish)


async def test_the_file_keeps_the_account(tmp_path: Path) -> None:
    path = tmp_path / "account.sqlite"

    def client(emulator: Emulator) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=emulator.url, headers={"apikey": emulator.api_key})

    async with Emulator(data=path) as emulator, client(emulator) as api:
        number = (await api.post("/api2/clients.json", json={"Client": {"business_name": "دائم"}})).json()["id"]
        await api.delete("/api2/invoices/1.json")
        total = (await api.get("/api2/invoices/2.json")).json()["data"]["Invoice"]["summary_total"]
    async with Emulator(data=path) as emulator, client(emulator) as api:
        kept = (await api.get(f"/api2/clients/{number}.json")).json()["data"]["Client"]
        assert kept["business_name"] == "دائم"
        assert (await api.get("/api2/invoices/1.json")).status_code == 404
        assert (await api.get("/api2/invoices/2.json")).json()["data"]["Invoice"]["summary_total"] == total
        assert emulator.store.insert("client", {}) == number + 1


def test_the_file_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "account.sqlite"
    command = [sys.executable, "-m", "daftra_async.emulator", "--port", "0", "--data", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().split()[3]
        headers = {"apikey": "emulator-key"}
        answer = httpx.post(f"{url}/api2/clients.json", json={"Client": {"business_name": "Kept"}}, headers=headers)
        process.send_signal(signal.SIGKILL)
    with closing(sqlite3.connect(path)) as account:
        names = [row[0] for row in account.execute("SELECT body FROM record WHERE entity = 'client'")]
    assert any(f'"id":{answer.json()["id"]}'.encode() in name and b"Kept" in name for name in names)


def test_the_command_stops_cleanly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "daftra_async.emulator", "--port", "0", "--empty"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert "Daftra emulator on http://127.0.0.1:" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_the_command_turns_switches() -> None:
    switches = ["--switch", "language=ar", "--switch", "limit_cap=2"]
    command = [sys.executable, "-m", "daftra_async.emulator", "--port", "0", *switches]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().split()[3]
        answer = httpx.get(f"{url}/api2/clients.json", params={"limit": 9}, headers={"apikey": "emulator-key"})
        process.send_signal(signal.SIGTERM)
    assert len(answer.json()["data"]) == 2


def test_the_command_names_the_switches_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--switch", "colour=red"]) == 2
    assert "limit_cap" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--switch", "limit_cap"])
    assert "NAME=VALUE" in capsys.readouterr().err


def test_the_commands_help_lists_the_switches(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "refuse_unknown_fields = true  (or false)" in capsys.readouterr().out


def test_an_index_follows_every_change() -> None:
    records = store()
    first, second = records.insert("line", {"owner": 1}), records.insert("line", {"owner": 1})
    assert [row["id"] for row in records.find("line", "owner", 1)] == [first, second]
    records.update("line", first, {"owner": 2})
    records.erase("line", second)
    third = records.insert("line", {"owner": 2})
    assert records.find("line", "owner", 1) == []
    assert [row["id"] for row in records.find("line", "owner", 2)] == [first, third]


def test_deleted_records_are_seen_only_when_asked_for() -> None:
    records = store()
    number = records.insert("client", {"name": "x"})
    records.delete("client", number)
    assert records.get("client", number) is None
    assert records.find("client", "name", "x") == []
    assert records.get("client", number, deleted=True) is not None
    assert records.insert("client", {}) == number + 1


def test_an_id_is_given_once() -> None:
    records = store()
    records.insert("client", {}, id=7)
    assert records.insert("client", {}) == 8
    with pytest.raises(ValueError, match="exists already"):
        records.insert("client", {}, id=7)


plain = (
    st.none() | st.integers(-(2**53), 2**53) | st.text() | st.decimals(allow_nan=False, allow_infinity=False, places=4)
)


@given(st.lists(st.dictionaries(st.text(min_size=1), plain), max_size=5))
def test_any_state_comes_back_from_its_snapshot(rows: list[dict[str, Any]]) -> None:
    original, copy = store(), store()
    for row in rows:
        original.insert("anything", row)
    copy.restore(original.snapshot())
    assert list(copy.rows("anything")) == list(original.rows("anything"))
    assert copy.next_id("anything") == original.next_id("anything")


def test_amounts_stay_exact_in_a_snapshot() -> None:
    records = store()
    number = records.insert("line", {"price": Decimal("32999.9961")})
    records.restore(records.snapshot())
    assert (records.get("line", number) or {})["price"] == Decimal("32999.9961")


@pytest.mark.parametrize("words", [("-m", "daftra_async.emulator"), ("-m", "daftra_async.cli", "emulator")])
def test_a_port_that_is_taken_is_told_in_one_line(words: tuple[str, ...]) -> None:
    with Emulator() as taken:
        port = taken.url.rpartition(":")[2]
        done = subprocess.run(
            [sys.executable, *words, "--port", port], capture_output=True, text=True, timeout=60, check=False
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"cannot listen on 127.0.0.1, port {port}: ")
