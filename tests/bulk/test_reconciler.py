"""Doubts and keys in a bulk run: fault by fault, every draft created once or accounted for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async import BulkProgress, KeyUnreadable, Ledger
from daftra_async._bulk.api import Listing
from daftra_async._bulk.errors import BulkError
from daftra_async._wire.messages import Response
from daftra_async.errors import ConnectionFailed, UnexpectedResponse

from .answers import answer
from .scripted import (
    CALM,
    Fault,
    Scripted,
    answering,
    bulk,
    invoice,
    invoices,
    lost_after,
    lost_before,
    lost_half_way,
    outcomes,
    records_per_draft,
    report,
    stalled,
    unreachable,
)
from .virtual import run_virtually
from .world import SETTLE, World

# Doubts.


@pytest.mark.parametrize("fault", [lost_before, lost_after, lost_half_way, stalled, answering(500), answering(200)])
@pytest.mark.parametrize("search", ["exact", "partial", "ignored"])
def test_a_lost_answer_ends_with_every_draft_created_once(fault: Fault, search: str) -> None:
    world = Scripted({2: fault}, attrs.evolve(CALM, search=search))
    got = report(world, invoices(50))
    assert (got.created, records_per_draft(world)) == (50, {1})


def test_only_what_is_absent_goes_again() -> None:
    world = Scripted({2: lost_half_way})
    report(world, invoices(40))
    assert sorted(world.sizes) == [5, 10, 10, 10, 10]


def test_nothing_is_sent_again_before_the_doubt_has_settled() -> None:
    again: list[float] = []

    async def main() -> None:
        world = Scripted({2: lost_before})
        send = world._send

        async def timed(drafts: Sequence[Mapping[str, Any]], fault: str) -> Response:
            again.append(asyncio.get_running_loop().time())
            return await send(drafts, fault)

        world._send = timed  # type: ignore[method-assign]
        await bulk(world, invoices(40))

    run_virtually(main())
    assert again[-1] > SETTLE


def test_a_draft_that_is_lost_every_time_stays_unconfirmed_with_what_is_known() -> None:
    world = Scripted({2: lost_before, 5: lost_before, 6: lost_before})
    got = report(world, invoices(40), max_attempts=3)
    assert (got.created, got.unconfirmed) == (30, 10)
    (error,) = {str(outcome.error) for outcome in got.outcomes if outcome.status == "unconfirmed"}
    assert "absent after each of 3 attempts" in error
    assert len(world.sizes) == 6


def test_a_run_of_one_lost_request_still_finds_out() -> None:
    for fault in (lost_before, lost_after):
        world = Scripted({1: fault, 2: fault})
        assert report(world, invoices(9)).created == 9
        assert records_per_draft(world) == {1}


def test_a_whole_request_refusal_is_halved_down_to_the_draft_to_blame() -> None:
    world = Scripted(conditions=attrs.evolve(CALM, strict=True))
    got = outcomes(world, [invoice(place, client_id=0 if place in (3, 17) else 1) for place in range(20)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [3, 17]
    assert sum(outcome.status == "created" for outcome in got) == 18
    assert records_per_draft(world) == {1}


def test_a_request_that_is_too_large_is_halved_and_the_size_is_remembered() -> None:
    world = Scripted(conditions=attrs.evolve(CALM, largest=3))
    got = report(world, invoices(60))
    assert got.created == 60
    assert max(world.sizes[-10:]) <= 3


def busy(seconds: int) -> Fault:
    async def ask_for_a_pause(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        return answer(status=429, headers={"retry-after": str(seconds)})

    return ask_for_a_pause


def test_a_pause_the_server_asks_for_is_kept_and_costs_no_try() -> None:
    async def main() -> float:
        assert (await bulk(Scripted({1: busy(120)}), invoices(5), max_attempts=1, concurrency=1)).created == 5
        return asyncio.get_running_loop().time()

    assert run_virtually(main()) > 120


def test_pauses_without_end_stop_the_run_when_the_outage_timeout_ends() -> None:
    world = Scripted(dict.fromkeys(range(1, 10_000), busy(1)))
    with pytest.raises(BulkError, match="one pause after another") as caught, Ledger(None) as ledger:
        report(world, invoices(30), ledger, outage_timeout=600)
    assert "resume" in caught.value.__notes__[0]
    world.faults.clear()
    assert report(world, invoices(30), ledger).created == 30
    assert records_per_draft(world) == {1}


def test_an_outage_pauses_the_run_instead_of_failing_it() -> None:
    told: list[BulkProgress] = []
    world = Scripted(dict.fromkeys(range(1, 30), unreachable))
    got = report(world, invoices(30), max_attempts=1, progress=told.append)
    assert got.created == 30
    assert records_per_draft(world) == {1}


def test_an_outage_beyond_the_outage_timeout_stops_the_run_and_says_how_to_resume(tmp_path: Path) -> None:
    world = Scripted(dict.fromkeys(range(1, 10_000), unreachable))
    with pytest.raises(BulkError, match="out of reach") as caught, Ledger(None) as ledger:
        report(world, invoices(30), ledger, outage_timeout=600)
    assert "resume" in caught.value.__notes__[0]
    world.faults.clear()
    assert report(world, invoices(30), ledger).created == 30


class Down(Scripted):
    """Out of reach until ``until``."""

    until = 0.0

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        if self._now() < self.until:
            raise ConnectionFailed("down")
        return await super().send(drafts)


@pytest.mark.parametrize("outage_timeout", [10, 20, 40, 80])
def test_an_outage_that_ends_within_the_outage_timeout_is_outlived(outage_timeout: float) -> None:
    world = Down()
    world.until = outage_timeout * 0.99
    assert report(world, invoices(30), outage_timeout=outage_timeout).created == 30


def test_an_answer_whose_body_is_damaged_is_a_doubt() -> None:
    async def damaged(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        for draft in drafts:
            world.add(draft["Invoice"])
        raise UnexpectedResponse("the compressed body is damaged", status=200)

    world = Scripted({2: damaged})
    assert report(world, invoices(40)).created == 40
    assert records_per_draft(world) == {1}


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refusal_of_the_run_itself_stops_it_before_anything_is_blamed(status: int) -> None:
    with pytest.raises(BulkError, match=f"HTTP {status}"), Ledger(None) as ledger:
        report(Scripted(dict.fromkeys(range(1, 100), answering(status))), invoices(30), ledger)
    assert report(Scripted(), invoices(30), ledger).created == 30


# Marks.


def test_a_key_met_twice_in_the_input_is_refused_before_it_is_sent() -> None:
    world = Scripted()
    got = outcomes(world, [invoice(place, po_number="A-1" if place in (4, 25) else None) for place in range(30)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [25]
    assert got[25].error is not None
    assert got[25].error.kind == "repeated_key"
    assert "draft 25" not in world.created


@pytest.mark.parametrize("count", [30, 400])
@pytest.mark.parametrize("search", ["exact", "partial", "ignored"])
def test_an_older_record_with_the_same_key_is_never_taken_for_ours(search: str, count: int) -> None:
    world = Scripted({2: lost_before}, attrs.evolve(CALM, search=search))
    older = world.add({"po_number": "order 15", "notes": "older", "client_id": 1})
    got = outcomes(world, [invoice(place, po_number=f"order {place}") for place in range(count)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [15]
    assert got[15].error is not None
    assert got[15].error.kind == "existing_key"
    assert got[15].error.evidence["ids"] == [older]
    assert "draft 15" not in world.created


def test_asking_for_many_keys_costs_no_more_than_twice_the_list() -> None:
    world = Scripted()
    report(world, [invoice(place, po_number=f"order {place}") for place in range(2000)], chunk_size=50)
    assert world.reads < 250


def test_an_account_that_does_not_keep_the_key_stops_the_run() -> None:
    world = Scripted(conditions=attrs.evolve(CALM, key_kept=False))
    with pytest.raises(KeyUnreadable, match="key="):
        report(world, invoices(200))


def test_without_readable_keys_nothing_is_sent_again_that_may_exist() -> None:
    world = Scripted({2: lost_after}, attrs.evolve(CALM, key_kept=False))
    got = report(world, invoices(50), require_readable=False)
    assert (got.created, got.unconfirmed) == (40, 10)
    assert records_per_draft(world) == {1}


def test_without_readable_keys_a_list_without_any_stranger_still_proves_absence() -> None:
    world = Scripted({2: lost_before}, attrs.evolve(CALM, key_kept=False))
    assert report(world, invoices(50), require_readable=False).created == 50
    assert records_per_draft(world) == {1}


def test_two_records_under_one_key_leave_the_draft_unconfirmed_with_both_ids() -> None:
    async def doubled(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        world.add({**drafts[0]["Invoice"], "notes": "somebody else's"})
        return await lost_after(world, drafts)

    got = [outcome for outcome in outcomes(Scripted({2: doubled}), invoices(40)) if outcome.status != "created"]
    assert [outcome.status for outcome in got] == ["unconfirmed"]
    assert got[0].error is not None
    assert len(got[0].error.evidence["ids"]) == 2


Change = Callable[[list[Any]], list[Any]]


def reversed_results(results: list[Any]) -> list[Any]:
    return results[::-1]


def first_refusal_first(results: list[Any]) -> list[Any]:
    """The ids still rise: only the keys on the server can tell."""
    return sorted(results, key=lambda result: result["result"] != "failed")


@pytest.mark.parametrize("search", ["exact", "partial"])
@pytest.mark.parametrize("change", [reversed_results, first_refusal_first])
def test_an_answer_whose_results_changed_places_is_set_right(
    change: Callable[[list[Any]], list[Any]], search: str
) -> None:
    async def changed(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        told = await world._send(drafts, "none")
        return answer(status=200, body=json.dumps(change(json.loads(told.body))).encode())

    world = Scripted({2: changed}, attrs.evolve(CALM, search=search))
    got = outcomes(world, [invoice(place, client_id=0 if place in (14, 16) else 1) for place in range(30)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [14, 16]
    assert all(world.created[f"draft {o.index}"] == [o.id] for o in got if o.status == "created")


class Forgetful(Scripted):
    """The first list of each search after the settle time comes back empty, whatever is there."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.forgot: set[str] = set()

    async def find(self, query: Mapping[str, str]) -> Listing:
        listing = await super().find(query)
        if self._now() < SETTLE or str(query) in self.forgot:
            return listing
        self.forgot.add(str(query))
        return Listing(records=(), page_count=0, total=0)


@pytest.mark.parametrize("search", ["exact", "partial"])
def test_one_reading_alone_never_proves_absence(search: str) -> None:
    world = Forgetful({2: lost_after}, attrs.evolve(CALM, search=search))
    assert report(world, invoices(40)).created == 40
    assert world.forgot
    assert records_per_draft(world) == {1}
