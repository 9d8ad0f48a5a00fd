"""``with_details``: a pager over full records, which takes as few requests as the documentation allows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import Any, TypeVar

import attrs
import pytest

from daftra_async import Daftra
from daftra_async._paging.page_source import PageRequest, PageSource
from daftra_async._paging.pager import Pager
from daftra_async._wire.page import Page
from daftra_async.emulator import Emulator
from daftra_async.errors import ConfigurationError, NotFound
from daftra_async.models import Invoice

from .simulated import Row, SimulatedList, changing

T = TypeVar("T")


class Details:
    """Reads full records of ``rows``, which lie at half a place; counts what is in flight, pages included."""

    def __init__(self, rows: SimulatedList, *, gone: frozenset[int] = frozenset()) -> None:
        self._rows = rows
        self._gone = gone
        self.in_flight = self.most = self.requests = 0

    async def read(self, number: int) -> Row:
        return await self._counted(self._record(number))

    async def page(self, request: PageRequest) -> Page[Row]:
        return await self._counted(self._rows.fetch(request))

    async def _record(self, number: int) -> Row:
        self.requests += 1
        for _ in range(self._rows.random.randint(1, 20)):
            await asyncio.sleep(0)
        if number in self._gone:
            raise NotFound("gone", status=404)
        return Row(number, 0.5)

    async def _counted(self, call: Awaitable[T]) -> T:
        self.in_flight += 1
        self.most = max(self.most, self.in_flight)
        try:
            return await call
        finally:
            self.in_flight -= 1

    def pager(self, **settings: Any) -> Pager[Row]:
        source: PageSource[Row] = attrs.evolve(self._rows.source(), fetch=self.page, details=self.read, identity="acme")
        return Pager(source, **settings)


@pytest.mark.parametrize("concurrency", [1, 2, 4])
async def test_records_come_in_order_and_all_requests_together_stay_within_the_concurrency(concurrency: int) -> None:
    details = Details(SimulatedList(100))
    pager = details.pager(limit=10, concurrency=concurrency).with_details()
    assert [row async for row in pager] == [Row(number, 0.5) for number in range(100, 0, -1)]
    assert details.most == concurrency
    assert details.requests == 100


async def test_it_is_a_pager_like_any_other(tmp_path: Path) -> None:
    pager = Details(SimulatedList(35)).pager(limit=10).with_details()
    assert [len(page.items) async for page in pager.pages()] == [10, 10, 10, 5]
    assert {row.place for row in await pager.collect()} == {0.5}
    assert pager.completeness.complete
    assert {row.place for row in (await pager).items} == {0.5}
    assert [row.id for row in await pager.using(max_items=3).collect()] == [35, 34, 33]
    assert [batch.num_rows async for batch in pager.to_arrow()] == [10, 10, 10, 5]
    exported = await pager.export(tmp_path / "rows.jsonl")
    assert exported.rows == 35
    assert exported.completeness.complete
    assert (tmp_path / "rows.jsonl").read_text().count('"place":0.5') == 35


async def test_completeness_is_proved_over_a_moving_list() -> None:
    for seed in range(20):
        rows = SimulatedList(60, seed=seed, change=changing(inserts=0.2, deletes=0.2, most=30))
        pager = Details(rows).pager(limit=7, concurrency=4).with_details()
        seen = [row.id for row in await pager.collect()]
        assert rows.survivors() <= set(seen)
        assert len(seen) == len(set(seen))
        assert pager.completeness.complete


async def test_a_row_whose_record_is_gone_raises_or_is_skipped_as_asked() -> None:
    pager = Details(SimulatedList(5), gone=frozenset({3})).pager()
    assert [row.id async for row in pager.with_details(missing="skip")] == [5, 4, 2, 1]
    assert {row.id for row in await pager.with_details(missing="skip")} == {5, 4, 2, 1}
    assert len(await pager.using(max_items=4).with_details(missing="skip").collect()) == 4
    with pytest.raises(NotFound):
        await pager.with_details().collect()


async def test_an_export_goes_on_over_rows_whose_records_are_gone(tmp_path: Path) -> None:
    class Broken(Exception):
        pass

    rows = SimulatedList(60)
    details = Details(rows, gone=frozenset(range(31, 50)))
    path = tmp_path / "rows.jsonl"

    def stop(progress: Any) -> None:
        if progress.rows > 20:
            raise Broken

    pager = details.pager(limit=5, concurrency=1).with_details(missing="skip")
    with pytest.raises(Broken):
        await pager.export(path, checkpoint_rows=5, progress=stop)
    done = await pager.export(path)
    assert done.resumed > 0
    assert done.rows == 41
    assert done.completeness.complete


async def test_details_of_a_list_that_has_none_are_refused() -> None:
    with pytest.raises(ConfigurationError, match="no call that reads one"):
        Pager(SimulatedList(5).source()).with_details()
    with pytest.raises(ConfigurationError, match="missing"):
        Details(SimulatedList(5)).pager().with_details(missing="no")  # type: ignore[arg-type]


async def test_a_row_without_an_id_has_no_full_record() -> None:
    source = attrs.evolve(SimulatedList(5).source(), details=Details(SimulatedList(5)).read, row_id=lambda _: None)
    with pytest.raises(ConfigurationError, match="without an id"):
        await Pager(source).with_details().collect()


async def test_invoices_bring_their_lines_in_the_list(emulator: Emulator, daftra: Daftra) -> None:
    """Source: page 15115241, ``recursive=1``; page 15115238 shows nothing more of a single invoice."""
    pager = daftra.invoices.list(limit=10)
    rows = await pager.collect()
    assert not any(row.items for row in rows)
    emulator.journal.clear()
    full = await pager.with_details().collect()
    assert [invoice.id for invoice in full] == [row.id for row in rows]
    assert all(type(invoice) is Invoice and invoice.items for invoice in full)
    asked = [(entry.path, dict(entry.query)) for entry in emulator.journal]
    assert len(asked) == -(-len(rows) // 10)
    assert {(path, query["recursive"]) for path, query in asked} == {("/api2/invoices.json", "1")}


async def test_an_invoice_that_comes_without_lines_all_the_same_is_read_by_itself(
    emulator: Emulator, daftra: Daftra
) -> None:
    pager = daftra.invoices.list(limit=3)
    source = pager._source
    ignoring = Pager(attrs.evolve(source, nested=attrs.evolve(source, identity="")), limit=3, max_items=3)
    assert all(invoice.items for invoice in await ignoring.with_details().collect())


async def test_other_lists_are_read_record_by_record(emulator: Emulator, daftra: Daftra) -> None:
    rows = await daftra.clients.list(limit=4).using(max_items=4).collect()
    emulator.journal.clear()
    full = await daftra.clients.list(limit=4).using(max_items=4).with_details().collect()
    assert [client.id for client in full] == [row.id for row in rows]
    assert [entry.path for entry in emulator.journal][-1] == f"/api2/clients/{full[-1].id}.json"
