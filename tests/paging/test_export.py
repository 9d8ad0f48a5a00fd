"""Exports: exact values, whole files or none, and going on after a kill."""

from __future__ import annotations

import asyncio
import csv
import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import Daftra
from daftra_async._paging.completeness import IncompleteList
from daftra_async._paging.page_source import PageRequest, PageSource
from daftra_async._paging.pager import Pager
from daftra_async._wire.page import Page
from daftra_async.errors import ConfigurationError, ConnectionLost
from daftra_async.export import ExportProgress
from daftra_async.export.columns import Columns, arrow_batch, plain, pyarrow
from daftra_async.export.writers import Csv
from daftra_async.models import Client, Invoice, InvoiceItem

from .simulated import Row, SimulatedList, changing

pa = pyarrow()
pq = pyarrow("pyarrow.parquet")

SUFFIXES = [".jsonl", ".csv", ".parquet"]

INVOICE = Invoice(
    id=7,
    no="=1+1",
    summary_total=Decimal("32999.9961"),
    summary_paid=Decimal("-5"),
    date=date(2026, 9, 25),
    created=datetime(2026, 9, 25, 8, 30),
    draft=False,
    client=Client(id=3, business_name="@ACME", phone1="+20100"),
    items=[InvoiceItem(id=1, item="Paper", unit_price=Decimal("0.10"))],
)


def listing(rows: list[Any], **more: Any) -> Pager[Any]:
    async def fetch(request: PageRequest) -> Page[Any]:
        limit = request.limit or 20
        start = (request.page - 1) * limit
        return Page(items=rows[start : start + limit], page=request.page, total=len(rows))

    return Pager(PageSource(fetch=fetch, **more))


def simulated(rows: SimulatedList, **more: Any) -> Pager[Row]:
    return Pager(attrs.evolve(rows.source(), **{"identity": "acme", **more}), limit=10)


def ids_in(path: Path) -> list[int]:
    if path.suffix == ".parquet":
        return pq.read_table(path)["id"].to_pylist()  # type: ignore[no-any-return]
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as file:
            return [int(row["id"]) for row in csv.DictReader(file)]
    return [json.loads(line)["id"] for line in path.read_text().splitlines()]


async def test_json_lines_hold_the_whole_record_exactly(tmp_path: Path) -> None:
    path = tmp_path / "invoices.jsonl"
    exported = await listing([INVOICE]).export(path)
    text = path.read_text()
    assert '"summary_total":32999.9961' in text
    line = json.loads(text, parse_float=Decimal)
    assert line["date"] == "2026-09-25"
    assert line["created"] == "2026-09-25 08:30:00"
    assert line["Client"]["business_name"] == "@ACME"
    assert line["InvoiceItem"][0]["unit_price"] == Decimal("0.10")
    assert exported.rows == 1
    assert exported.path == path


async def test_csv_flattens_and_defuses_formulas_but_not_numbers(tmp_path: Path) -> None:
    path = tmp_path / "invoices.csv"
    await listing([INVOICE]).export(path)
    with path.open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert row["id"] == "7"
    assert row["no"] == "'=1+1"
    assert row["summary_total"] == "32999.9961"
    assert row["summary_paid"] == "-5"
    assert row["date"] == "2026-09-25"
    assert row["draft"] == "false"
    assert row["Client.business_name"] == "'@ACME"
    assert row["Client.phone1"] == "'+20100"
    assert json.loads(row["InvoiceItem"])[0]["item"] == "Paper"
    assert row["notes"] == ""


async def test_parquet_keeps_decimals_dates_and_types(tmp_path: Path) -> None:
    path = tmp_path / "invoices.parquet"
    await listing([INVOICE]).export(path)
    table = pq.read_table(path)
    (row,) = table.to_pylist()
    assert row["id"] == 7
    assert row["summary_total"] == Decimal("32999.9961")
    assert row["date"] == date(2026, 9, 25)
    assert row["created"] == datetime(2026, 9, 25, 8, 30)
    assert row["draft"] is False
    assert row["Client.business_name"] == "@ACME"
    assert table.schema.field("summary_total").type == pa.decimal128(38, 10)
    assert table.schema.names == Columns.of([], Invoice).names


async def test_a_value_that_does_not_fit_is_refused_and_nothing_is_left_half(tmp_path: Path) -> None:
    path = tmp_path / "invoices.parquet"
    odd = msgspec.structs.replace(INVOICE, summary_total=Decimal("0.123456789012"))
    with pytest.raises(ConfigurationError, match=r"summary_total.*decimal_places"):
        await listing([odd]).export(path)
    assert not path.exists()
    await listing([odd]).export(path, decimal_places=12)
    assert pq.read_table(path)["summary_total"].to_pylist() == [Decimal("0.123456789012")]


async def test_rows_without_a_model_keep_every_field(tmp_path: Path) -> None:
    rows = [{"id": 1, "total": Decimal("1.10"), "tags": ["a"]}, {"id": 2, "late": True}]
    await listing(rows).export(tmp_path / "rows.jsonl")
    lines = (tmp_path / "rows.jsonl").read_text().splitlines()
    assert lines == ['{"id":1,"total":1.10,"tags":["a"]}', '{"id":2,"late":true}']
    await listing(rows).export(tmp_path / "rows.parquet")
    assert pq.read_table(tmp_path / "rows.parquet").to_pylist() == [
        {"id": "1", "total": "1.10", "tags": '["a"]', "late": None, "_other": None},
        {"id": "2", "total": None, "tags": None, "late": "true", "_other": None},
    ]


def test_fields_that_come_later_go_into_their_own_column() -> None:
    columns = Columns.of([{"id": 1, "name": "a"}])
    assert columns.names == ["id", "name", "_other"]
    assert columns.values({"id": 2, "amount": Decimal("1E+2")}) == ["2", None, '{"amount":1E+2}']


async def test_an_empty_list_of_a_model_has_its_header(tmp_path: Path) -> None:
    await listing([], model=Invoice).export(tmp_path / "none.csv")
    header = (tmp_path / "none.csv").read_text().strip().split(",")
    assert header == Columns.of([], Invoice).names


async def test_progress_is_told(tmp_path: Path) -> None:
    told: list[ExportProgress] = []
    await simulated(SimulatedList(35)).export(tmp_path / "rows.csv", progress=told.append)
    assert told[-1] == ExportProgress(rows=35, expected=35)
    assert [progress.rows for progress in told] == [10, 20, 30, 35]


async def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="jsonl"):
        await listing([]).export(tmp_path / "rows.xlsx")


async def test_strict_leaves_no_file_that_is_not_proved(tmp_path: Path) -> None:
    rows = SimulatedList(100, seed=3, change=changing(inserts=0.3, deletes=0.3, most=40), turns=1)
    with pytest.raises(IncompleteList):
        await Pager(rows.source("editable"), limit=10, strict=True).export(tmp_path / "rows.csv")
    assert not (tmp_path / "rows.csv").exists()


class Failing:
    """Loses the connection at a page, as long as it is told to."""

    def __init__(self, rows: SimulatedList, page: int) -> None:
        self.rows, self.page, self.on = rows, page, True

    async def fetch(self, request: PageRequest) -> Page[Row]:
        if self.on and request.page == self.page:
            raise ConnectionLost("cut")
        return await self.rows.fetch(request)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("at", [1, 5, 14, 20])
async def test_an_interrupted_export_goes_on_where_it_was(tmp_path: Path, suffix: str, at: int) -> None:
    rows = SimulatedList(200, spread=3)
    failing = Failing(rows, at)
    path = tmp_path / f"rows{suffix}"
    path.write_text("what was here before")
    with pytest.raises(ConnectionLost):
        await simulated(rows, fetch=failing.fetch).export(path, checkpoint_rows=30)
    assert path.read_text() == "what was here before"
    failing.on = False
    rows.requests.clear()
    done = await simulated(rows, fetch=failing.fetch).export(path, checkpoint_rows=30)
    assert ids_in(path) == sorted(rows.rows, reverse=True)
    assert done.completeness.complete
    assert done.resumed == max(0, (at - 1) // 3 * 30)
    assert len(rows.requests) <= 20 - done.resumed // 10 + 1
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("suffix", SUFFIXES)
async def test_changes_before_and_after_the_interruption_lose_nothing(tmp_path: Path, suffix: str) -> None:
    for seed in range(12):
        rows = SimulatedList(150, seed=seed, spread=2, change=changing(inserts=0.2, deletes=0.2, most=60))
        failing = Failing(rows, 3 + seed)
        path = tmp_path / f"rows{seed}{suffix}"
        try:
            done = await simulated(rows, fetch=failing.fetch).export(path, checkpoint_rows=30)
        except ConnectionLost:
            failing.on = False
            done = await simulated(rows, fetch=failing.fetch).export(path, checkpoint_rows=30)
        written = ids_in(path)
        assert len(written) == len(set(written)) == done.rows
        assert rows.survivors() <= set(written), seed
        assert done.completeness.complete, (seed, done)


async def test_an_export_interrupted_anywhere_again_and_again_is_complete_in_the_end(tmp_path: Path) -> None:
    """Interruptions at any request, re-reads of boundaries included, while rows come and go: the proof must hold."""
    for seed in range(20):
        change = changing(inserts=0.2, deletes=0.4, most=50)
        rows = SimulatedList(120, seed=seed, spread=3, change=change, words="none")
        left = [rows.random.randint(1, 12) for _ in range(30)]

        async def fetch(request: PageRequest, rows: SimulatedList = rows, left: list[int] = left) -> Page[Row]:
            if left:
                left[0] -= 1
                if left[0] < 0:
                    left.pop(0)
                    raise ConnectionLost("cut")
            return await rows.fetch(request)

        path = tmp_path / f"rows{seed}.jsonl"
        done = None
        while done is None:
            with suppress(ConnectionLost):
                done = await simulated(rows, fetch=fetch).export(path, checkpoint_rows=1)
        written = ids_in(path)
        assert len(written) == len(set(written)) == done.rows
        assert rows.survivors() <= set(written), seed
        assert done.completeness.complete, (seed, done)


async def test_another_list_does_not_go_on_from_a_strangers_bookmark(tmp_path: Path) -> None:
    rows = SimulatedList(100)
    failing = Failing(rows, 8)
    path = tmp_path / "rows.csv"
    with pytest.raises(ConnectionLost):
        await simulated(rows, fetch=failing.fetch).export(path, checkpoint_rows=30)
    failing.on = False
    for changed in (simulated(rows, identity="another account"), simulated(rows, identity="")):
        done = await changed.export(path)
        assert done.resumed == 0
        assert ids_in(path) == list(range(100, 0, -1))


PROGRAM = """
import asyncio, pathlib, sys
from daftra_async import ApiKey, Daftra

async def main(url, path):
    async with Daftra(base_url=url, auth=ApiKey(sys.argv[3])) as daftra:
        done = await daftra.entity("brand").list(per_page=10).using(concurrency=2).export(
            path, checkpoint_rows=20, progress=lambda progress: print(progress.rows, flush=True)
        )
        print("done", done.resumed, done.completeness.complete, flush=True)

asyncio.run(main(sys.argv[1], pathlib.Path(sys.argv[2])))
"""


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
@pytest.mark.parametrize("emulator", [{"latency": 0.005}], indirect=True)
async def test_a_killed_export_is_finished_by_the_same_call(emulator: Any, tmp_path: Path, suffix: str) -> None:
    """``kill -9`` in the middle, several times, while rows come and go; then the call is left to end."""
    for number in range(300):
        emulator.store.insert("brand", {"name": f"brand {number}"})
    before = {row["id"] for row in emulator.store.rows("brand")}
    path = tmp_path / f"brands{suffix}"
    deleted: set[int] = set()
    arguments = [sys.executable, "-c", PROGRAM, emulator.url, str(path), emulator.api_key]
    for stop_at in (60, 230):
        process = await asyncio.create_subprocess_exec(*arguments, stdout=subprocess.PIPE)
        assert process.stdout is not None
        async for line in process.stdout:
            if int(line) >= stop_at:
                break
        process.send_signal(signal.SIGKILL)
        await process.wait()
        assert not path.exists()
        gone = sorted(before - deleted)[stop_at // 3]
        emulator.store.delete("brand", gone)
        emulator.store.insert("brand", {"name": "new"})
        deleted.add(gone)
    process = await asyncio.create_subprocess_exec(*arguments, stdout=subprocess.PIPE)
    output, _ = await process.communicate()
    _, resumed, complete = output.decode().splitlines()[-1].split()
    assert int(resumed) >= 220
    assert complete == "True"
    written = [int(number) for number in ids_in(path)]
    assert len(written) == len(set(written))
    assert before - deleted <= set(written)
    assert os.listdir(tmp_path) == [path.name]


async def test_arrow_batches_share_one_schema() -> None:
    batches = [batch async for batch in simulated(SimulatedList(35)).to_arrow()]
    assert [batch.num_rows for batch in batches] == [10, 10, 10, 5]
    assert pa.Table.from_batches(batches)["id"].to_pylist() == list(range(35, 0, -1))


async def test_invoices_of_the_account_come_out_as_typed(daftra: Daftra, tmp_path: Path) -> None:
    pager = daftra.invoices.list(limit=10)
    exported = await pager.export(tmp_path / "invoices.parquet")
    table = pq.read_table(tmp_path / "invoices.parquet")
    invoices = await pager.collect()
    assert table["summary_total"].to_pylist() == [invoice.summary_total for invoice in invoices]
    assert exported.rows == len(invoices)


texts = st.text(max_size=30)


@settings(deadline=None)
@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=5))
def test_no_text_in_a_csv_begins_as_a_formula(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.csv.part")
        writer = Csv(path)
        writer.start(Columns.of([{"a": "", "b": ""}]), None)
        writer.write([{"a": a, "b": b} for a, b in rows])
        writer.finish(Path(folder, "rows.csv"))
        with Path(folder, "rows.csv").open(newline="", encoding="utf-8") as file:
            cells = list(csv.reader(file))[1:]
    for (a, b, _), given_row in zip(cells, rows, strict=True):
        for cell, text in zip((a, b), given_row, strict=True):
            assert cell in (text, f"'{text}")
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_every_amount_comes_back_from_arrow_as_it_was(amount: Decimal) -> None:
    invoice = Invoice(id=1, summary_total=amount)
    batch = arrow_batch(Columns.of([invoice]), [invoice], decimal_places=10)
    assert batch.column("summary_total").to_pylist() == [amount]
    assert json.loads(json.dumps(plain(invoice), default=str))["summary_total"] == str(amount)
