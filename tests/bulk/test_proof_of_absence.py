"""What shows that an absent draft is absent, and not only hidden: a record of its kind that was found by its key."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import pytest

from daftra_async import Ledger
from daftra_async._bulk.api import Listing
from daftra_async._wire.messages import Response
from daftra_async.errors import ConnectionLost

from .scripted import (
    CALM,
    Fault,
    Scripted,
    Visited,
    invoice,
    invoices,
    lost_after,
    lost_before,
    outcomes_with,
    records_per_draft,
    report,
)
from .world import World

UNREADABLE = attrs.evolve(CALM, key_kept=False)
NOTHING_SHOWED = "nothing showed that its key can be read back at all; the answer was lost: reset by peer"


def after(seconds: float, fault: Fault | None = None) -> Fault:
    """The request takes so long and then meets the fault, or none."""

    async def late(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        await asyncio.sleep(seconds)
        return await (world._send(drafts, "none") if fault is None else fault(world, drafts))

    return late


def of_type(kind: int, first: int, count: int, **main: Any) -> list[dict[str, Any]]:
    return [invoice(place, type=kind, **main) for place in range(first, first + count)]


# Who waits, and for what.


def test_an_absent_draft_waits_for_a_record_that_proves_its_key() -> None:
    world = Visited({1: lost_before, 2: after(1000.0)})
    assert report(world, invoices(11)).created == 11
    assert records_per_draft(world) == {1}


def test_a_record_that_was_only_found_by_reading_back_proves_the_key_too() -> None:
    world = Visited({1: lost_before, 2: after(1.0, lost_after)})
    assert report(world, invoices(20)).created == 20
    assert records_per_draft(world) == {1}


def test_one_wait_that_ended_does_not_shorten_the_next() -> None:
    """The drafts that waited for proof and had it are not counted among those that wait for it later."""
    faults = {1: lost_before, 2: after(200.0), 3: after(300.0, lost_before), 4: after(2000.0)}
    world = Visited(faults, type="16")
    drafts = [*of_type(0, 0, 20), *of_type(16, 20, 20)]
    assert report(world, drafts).created == 40
    assert records_per_draft(world) == {1}


def test_once_every_open_draft_waits_for_proof_none_will_come() -> None:
    """The second request leaves two records for each draft: they are told, and are no proof of any key."""

    async def doubled(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        for draft in (*drafts, *drafts):
            world.add({**draft["Invoice"], "notes": "twice"})
        raise ConnectionLost("reset by peer")

    for brought in (False, True):
        world = Scripted({1: lost_before, 2: after(200.0, doubled)})
        drafts = [invoice(place, **({"po_number": f"order {place}"} if brought else {})) for place in range(20)]
        got = report(world, drafts)
        assert (got.created, got.unconfirmed) == (10, 10)
        assert [outcome.index for outcome in outcomes_with("created", got)] == list(range(10))


# What is proof where no key can be read back.


@pytest.mark.parametrize(
    ("fields", "created"),
    [
        ({}, 40),
        ({"client_id": "2"}, 50),
        ({"client_id": None}, 40),
        ({"created": "2020-01-31 10:00:00"}, 50),
        ({"created": "2027-01-12 23:59:59"}, 50),
        ({"created": "2027-01-13 00:00:00"}, 40),
        ({"type": "16"}, 50),
    ],
    ids=str,
)
def test_an_unexplained_record_leaves_those_in_doubt_that_it_could_be(fields: dict[str, Any], created: int) -> None:
    """It could not be one of another client, one from before the run, or one that is listed elsewhere."""
    world = Visited({2: lost_before}, UNREADABLE, **fields)
    got = report(world, invoices(50), require_readable=False)
    assert (got.created, got.unconfirmed) == (created, 50 - created)
    assert records_per_draft(world) == {1}
    assert {str(outcome.error) for outcome in outcomes_with("unconfirmed", got)} <= {NOTHING_SHOWED}


def test_a_record_from_before_the_run_could_be_none_of_its_drafts() -> None:
    world = Scripted({2: lost_before}, UNREADABLE)
    world.add({"po_number": "somebody else's", "client_id": 1, "notes": "stranger"})
    got = report(world, invoices(50), require_readable=False)
    assert (got.created, got.unconfirmed) == (50, 0)
    assert records_per_draft(world) == {1}


def test_only_the_drafts_that_the_record_could_be_stay_in_doubt() -> None:
    world = Visited({2: lost_before}, UNREADABLE, client_id="2")
    drafts = [invoice(place, client_id=2 if place % 5 == 0 else 1) for place in range(50)]
    got = report(world, drafts, require_readable=False)
    assert [outcome.index for outcome in outcomes_with("unconfirmed", got)] == [10, 15]
    assert records_per_draft(world) == {1}


def test_a_list_that_hides_a_record_known_to_exist_proves_nothing_whoever_made_the_others() -> None:
    class Hiding(Visited):
        async def find(self, query: Mapping[str, str]) -> Listing:
            listing = await super().find(query)
            shown = tuple(row for row in listing.records if row["client_id"] == "2")
            return attrs.evolve(listing, records=shown, total=None)

    world = Hiding({2: lost_before}, UNREADABLE, client_id="2")
    got = report(world, invoices(50), require_readable=False)
    assert (got.created, got.unconfirmed) == (40, 10)


def test_the_records_of_an_earlier_run_over_the_ledger_are_no_strangers() -> None:
    with Ledger(None) as ledger:
        world = Scripted({2: lost_before}, UNREADABLE)
        assert report(world, invoices(50), ledger, require_readable=False, max_attempts=1).unconfirmed == 10
        assert report(world, invoices(50), ledger, require_readable=False).created == 50
    assert records_per_draft(world) == {1}


@pytest.mark.parametrize(("kind", "created"), [("16", 40), ("0", 50)])
def test_only_a_record_listed_among_its_own_kind_could_be_a_lost_draft(kind: str, created: int) -> None:
    world = Visited({2: lost_before}, UNREADABLE, type=kind)
    got = report(world, of_type(16, 0, 50), require_readable=False)
    assert (got.created, got.unconfirmed) == (created, 50 - created)
    assert records_per_draft(world) == {1}


# Documents of several kinds.


@pytest.mark.parametrize("fault", [lost_before, lost_after])
def test_documents_of_several_types_in_one_request_are_each_looked_for_where_they_are_listed(fault: Fault) -> None:
    world = Scripted({2: fault})
    drafts = [invoice(place, type=16 if place % 3 else 0) for place in range(40)]
    got = report(world, drafts)
    assert (got.created, got.unconfirmed) == (40, 0)
    assert records_per_draft(world) == {1}


# The record that is to prove a key.


class Unlisted(Scripted):
    """A record can be read by its id at once and shows up in lists some seconds later."""

    def __init__(self, faults: Mapping[int, Fault], after: float) -> None:
        super().__init__(faults)
        self._after = after

    async def find(self, query: Mapping[str, str]) -> Listing:
        before, self.records = self.records, [row for row in self.records if row["listed_at"] <= self._now()]
        try:
            return await super().find(query)
        finally:
            self.records = before

    def add(self, main: Mapping[str, Any], lines: Sequence[Any] = (), *, visible_at: float = 0.0) -> int:
        identity = super().add(main, lines, visible_at=visible_at)
        self.records[-1]["listed_at"] = self._now() + self._after
        return identity


def test_a_record_that_is_not_listed_yet_is_waited_for_and_proves_its_key_then() -> None:
    world = Unlisted({3: lost_before}, 20.0)
    assert report(world, invoices(40), concurrency=1).created == 40
    assert records_per_draft(world) == {1}


@pytest.mark.parametrize("brought", [False, True])
def test_an_id_that_turns_out_to_be_another_drafts_says_nothing_of_the_field(brought: bool) -> None:
    """The server made the records of a request in another order than it was asked: every id is of its neighbour."""

    async def rotated(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        return await world._send([*drafts[1:], drafts[0]], "none")

    world = Visited({1: rotated, 3: lost_before})
    drafts = [invoice(place, **({"po_number": f"order {place}"} if brought else {})) for place in range(40)]
    assert report(world, drafts, concurrency=1).created == 40
    assert records_per_draft(world) == {1}
