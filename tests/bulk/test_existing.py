"""The ledger is lost, the account is not: a run finds its own records and sends only what is missing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async import BulkError, LedgerBusy, LedgerMismatch, Outcome

from .scripted import (
    CALM,
    Scripted,
    bulk,
    invoice,
    invoices,
    lost_after,
    outcomes,
    outcomes_of,
    records_per_draft,
    report,
    unreachable,
)
from .virtual import run_virtually
from .world import World

SEARCHES = pytest.mark.parametrize("search", ["exact", "partial", "ignored"])


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets a run of another."""
    monkeypatch.setenv("DAFTRA_STATE_DIR", str(tmp_path))


def world_of(search: str) -> Scripted:
    return Scripted({}, attrs.evolve(CALM, search=search))


def in_turn(world: World, *calls: tuple[Sequence[Any], dict[str, Any]]) -> list[list[Outcome]]:
    """The outcomes of runs one after another, at one and the same clock."""

    async def story() -> list[list[Outcome]]:
        return [await outcomes_of(bulk(world, drafts, **settings)) for drafts, settings in calls]

    return run_virtually(story())


JUNE = {"name": "june"}


def told(found: Sequence[Outcome]) -> dict[str, int]:
    adopted = sum(outcome.adopted for outcome in found)
    created = sum(outcome.status == "created" for outcome in found)
    return {"sent": created - adopted, "adopted": adopted, "other": len(found) - created}


@SEARCHES
def test_the_same_call_without_the_ledger_makes_nothing_twice(search: str) -> None:
    world = world_of(search)
    first, again = in_turn(world, (invoices(60), JUNE), (invoices(60), JUNE))
    assert told(again) == {"sent": 0, "adopted": 60, "other": 0}
    assert [outcome.id for outcome in again] == [outcome.id for outcome in first]
    assert records_per_draft(world) == {1}


@SEARCHES
@pytest.mark.parametrize("others", [0, 150])
def test_a_run_whose_ledger_was_lost_half_way_sends_the_rest(search: str, others: int) -> None:
    world = world_of(search)
    for place in range(others):
        world.add({"notes": f"older {place}", "po_number": "PO-1", "client_id": 1})
    _, rest = in_turn(world, (invoices(30), JUNE), (invoices(50), JUNE))
    assert told(rest) == {"sent": 20, "adopted": 30, "other": 0}
    assert records_per_draft(world) == {1}


def test_traces_are_looked_for_when_the_first_draft_without_a_key_comes() -> None:
    """The first request held only drafts with keys of their own, and the newest records are other people's."""
    drafts = [
        *(invoice(place, po_number=f"order {place}", date="2027-01-15") for place in range(10)),
        *invoices(30)[10:],
    ]
    world = world_of("partial")
    settings: dict[str, Any] = {**JUNE, "chunk_size": 5}

    async def story() -> list[Outcome]:
        await outcomes_of(bulk(world, drafts, **settings))
        for place in range(150):
            world.add({"notes": f"newer {place}", "client_id": 9})
        return await outcomes_of(bulk(world, drafts, **settings))

    assert told(run_virtually(story())) == {"sent": 0, "adopted": 30, "other": 0}


@pytest.mark.parametrize("kinds", [(0, 16), (16, 0)])
def test_traces_are_looked_for_in_every_kind_of_document(kinds: tuple[int, int]) -> None:
    """An earlier process came no further than the second kind: the first shows nothing."""
    first, second = kinds
    refused = [invoice(place, type=first, client_id=0) for place in range(5)]
    drafts = [*refused, *(invoice(place, type=second) for place in range(5, 15))]
    world = world_of("partial")
    settings: dict[str, Any] = {**JUNE, "chunk_size": 5}
    _, again = in_turn(world, (drafts, settings), (drafts, settings))
    assert told(again) == {"sent": 0, "adopted": 10, "other": 5}


def test_drafts_that_are_meant_once_more_need_another_name(caplog: pytest.LogCaptureFixture) -> None:
    world = world_of("partial")
    in_turn(world, (invoices(20), JUNE))
    assert not caplog.records
    world.records.clear()
    _, more, again = in_turn(world, (invoices(20), JUNE), (invoices(20), {"name": "june, again"}), (invoices(20), JUNE))
    assert told(more)["sent"] == 20
    assert told(again)["adopted"] == 20
    assert "another name=" in caplog.text


def test_calls_without_ledger_and_name_are_runs_of_their_own() -> None:
    world = world_of("partial")
    assert [told(run)["sent"] for run in in_turn(world, (invoices(20), {}), (invoices(20), {}))] == [20, 20]


def test_another_draft_at_a_place_that_was_sent_is_said_before_anything_is_sent() -> None:
    world = world_of("exact")
    other = [*invoices(3), invoice(3, client_id=2), *invoices(20)[4:]]
    with pytest.raises(LedgerMismatch, match=r"draft 3 .*another name="):
        in_turn(world, (invoices(20), JUNE), (other, JUNE))
    assert records_per_draft(world) == {1}
    assert len(world.records) == 20


def test_a_draft_that_was_refused_may_be_corrected_where_the_ledger_is_gone() -> None:
    world = world_of("exact")
    refused = [*invoices(3), invoice(3, client_id=0), *invoices(20)[4:]]
    _, corrected = in_turn(world, (refused, JUNE), (invoices(20), JUNE))
    assert told(corrected) == {"sent": 1, "adopted": 19, "other": 0}


@SEARCHES
def test_records_under_the_callers_own_keys_are_adopted_where_they_say_the_same(search: str) -> None:
    drafts = [invoice(place, po_number=f"order {place}", date="2027-01-15") for place in range(30)]
    world = world_of(search)
    _, again = in_turn(world, (drafts, JUNE), (drafts, {"name": "july"}))
    assert told(again) == {"sent": 0, "adopted": 30, "other": 0}


@pytest.mark.parametrize(
    "other",
    [
        {"client_id": 2},
        {"date": "2027-01-10"},
        {"lines": [{"item": "paper", "quantity": 2, "unit_price": "9.50"}]},
        {"lines": [{"item": "paper", "quantity": 1, "unit_price": "5.00"}]},
    ],
)
def test_a_record_that_says_something_else_is_not_adopted(other: dict[str, Any]) -> None:
    world = world_of("exact")
    draft = invoice(0, po_number="order 0", date="2027-01-15")
    main = {**draft["Invoice"], **other, "notes": "other"}
    record = world.add(main, other.get("lines", draft["InvoiceItem"]))
    (outcome,) = outcomes(world, [draft])
    assert outcome.status == "rejected"
    assert outcome.error is not None
    assert (outcome.error.kind, outcome.error.evidence) == ("existing_key", {"ids": [record]})


def test_requests_that_are_still_under_way_are_waited_for() -> None:
    """The first process dies while the server works on; the second has no ledger, and the same machine."""
    world = world_of("exact")

    async def story() -> list[Outcome]:
        async def slowly(world: World, drafts: Sequence[Any]) -> Any:
            task = asyncio.create_task(world._late(drafts, len(drafts), 20.0, 30.0))
            world._running.add(task)
            await asyncio.sleep(1000)

        world.faults.update(dict.fromkeys((1, 2, 3), slowly))
        first = asyncio.create_task(outcomes_of(bulk(world, invoices(30), name="slow")))
        await asyncio.sleep(5)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        world.faults = {}
        return await outcomes_of(bulk(world, invoices(30), name="slow"))

    assert told(run_virtually(story()))["other"] == 0
    assert records_per_draft(world) == {1}


def test_a_process_elsewhere_that_goes_on_sending_stops_the_run() -> None:
    class Growing(Scripted):
        async def find(self, query: Any) -> Any:
            if int(query["limit"]) > 100:
                self.add({"notes": f"elsewhere {self.reads}", "po_number": self.records[2]["po_number"]})
            return await super().find(query)

    world = Growing()
    with pytest.raises(BulkError, match="another process sends the same run"):
        in_turn(world, (invoices(3), JUNE), (invoices(20), JUNE))
    assert len(world.sizes) == 2


def test_one_run_of_a_name_at_a_time() -> None:
    world = world_of("exact")

    async def both() -> list[object]:
        runs = [bulk(world, invoices(30), name="june"), bulk(world, invoices(30), name="june")]
        return await asyncio.gather(*(outcomes_of(run) for run in runs), return_exceptions=True)

    results = run_virtually(both())
    assert [type(result) for result in results if not isinstance(result, list)] == [LedgerBusy]
    assert records_per_draft(world) == {1}


def test_a_new_run_costs_a_handful_of_reads() -> None:
    world = world_of("partial")
    assert report(world, invoices(2000), name="june").created == 2000
    assert world.reads <= 4


def test_a_run_that_never_reached_the_server_is_begun_again() -> None:
    world = world_of("exact")
    world.faults.update(dict.fromkeys(range(1, 4), unreachable))
    assert told(outcomes(world, invoices(20), name="june"))["sent"] == 20


def test_an_answer_that_was_lost_is_found_by_the_next_run() -> None:
    world = world_of("exact")
    world.faults[1] = lost_after

    async def story() -> list[Outcome]:
        run = bulk(world, invoices(20), name="june")
        async with aclosing(aiter(run)) as found:
            await anext(found)
        return await outcomes_of(bulk(world, invoices(20), name="june"))

    found = run_virtually(story())
    assert told(found)["other"] == 0
    assert records_per_draft(world) == {1}
