"""The same work under asyncio, under uvloop, and under anyio on asyncio: calls, pages, bulk, cancellation, closing."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator

import anyio
import pytest

from daftra_async import ApiKey, Daftra, RequestTimeout
from daftra_async.emulator import Emulator

Runner = Callable[[Callable[[], Awaitable[None]]], None]


def _under_asyncio(main: Callable[[], Awaitable[None]]) -> None:
    async def run() -> None:
        await main()

    asyncio.run(run())


def _under_uvloop(main: Callable[[], Awaitable[None]]) -> None:
    uvloop = pytest.importorskip("uvloop")

    async def run() -> None:
        assert type(asyncio.get_running_loop()).__module__.startswith("uvloop")
        await main()

    uvloop.run(run())


def _under_anyio(main: Callable[[], Awaitable[None]]) -> None:
    anyio.run(main, backend="asyncio")


RUNNERS = [
    pytest.param(_under_asyncio, id="asyncio"),
    pytest.param(
        _under_uvloop, id="uvloop", marks=pytest.mark.skipif(sys.platform == "win32", reason="uvloop knows no Windows")
    ),
    pytest.param(_under_anyio, id="anyio"),
]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.mark.parametrize("runner", RUNNERS)
def test_calls_pages_and_bulk_work(runner: Runner, emulator: Emulator) -> None:
    async def main() -> None:
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
            found = await asyncio.gather(*(daftra.clients.get(number) for number in range(1, 6)))
            assert [client.id for client in found] == [1, 2, 3, 4, 5]
            ids = [invoice.id async for invoice in daftra.invoices.list(limit=5)]
            assert len(ids) == len(set(ids)) >= 24
            report = await daftra.invoices.bulk(
                [
                    {"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Ink", "unit_price": "1", "quantity": n}]}
                    for n in range(1, 8)
                ],
                chunk_size=3,
            )
            assert (report.created, report.rejected, report.unconfirmed) == (7, 0, 0)

    runner(main)


@pytest.mark.parametrize("runner", RUNNERS)
def test_a_cancelled_call_leaves_the_client_usable(runner: Runner, emulator: Emulator) -> None:
    async def main() -> None:
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), concurrency=2) as daftra:
            emulator.faults.always("GET /api2/clients/1.json", "hang")
            calls = [asyncio.ensure_future(daftra.clients.get(1)) for _ in range(3)]
            # The emulator runs in another thread: there is nothing to await.
            while len(emulator.journal.matching("GET /api2/clients/1.json")) < 2:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
            for call in calls:
                call.cancel()
            results = await asyncio.gather(*calls, return_exceptions=True)
            assert all(isinstance(result, asyncio.CancelledError) for result in results)
            emulator.faults.clear()
            assert (await daftra.clients.get(2)).id == 2

    emulator.journal.clear()
    runner(main)


@pytest.mark.parametrize("runner", RUNNERS)
def test_a_time_limit_names_its_phase(runner: Runner, emulator: Emulator) -> None:
    async def main() -> None:
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), timeout=0.2) as daftra:
            with pytest.raises(RequestTimeout) as late:
                await daftra.clients.get(1, retries=0)
            assert late.value.phase == "read"

    emulator.faults.script("GET /api2/clients/1.json", ["hang"])
    try:
        runner(main)
    finally:
        emulator.faults.clear()


def test_an_anyio_scope_cancels_a_call_and_a_list_and_the_client_goes_on(emulator: Emulator) -> None:
    async def main() -> None:
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
            emulator.faults.always("GET /api2/invoices.json", "hang")
            with anyio.move_on_after(0.1) as scope:
                async for _ in daftra.invoices.list(limit=2):
                    pass
            assert scope.cancelled_caught
            emulator.faults.clear()
            async with anyio.create_task_group() as group:
                for number in (1, 2, 3):
                    group.start_soon(daftra.clients.get, number)

    anyio.run(main, backend="asyncio")
