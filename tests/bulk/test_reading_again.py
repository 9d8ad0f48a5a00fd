"""When a doubt is read and how often: what changed is read once more, what never comes to rest is given up."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import pytest

from daftra_async import BulkReport, Ledger
from daftra_async._bulk.api import Listing
from daftra_async._wire.messages import Response
from daftra_async.errors import ConnectionLost

from .answers import answer
from .scripted import (
    CALM,
    Fault,
    Scripted,
    answering,
    bulk,
    invoice,
    invoices,
    lost_before,
    outcomes_with,
    records_per_draft,
    report,
)
from .virtual import run_virtually
from .world import POLL_INTERVAL, SETTLE, World

FIRST, SECOND, THIRD = SETTLE, SETTLE * 1.25, SETTLE * 1.5
"""Seconds after its answer was lost at which a request is read back, as long as something changes."""


class Prompt(Scripted):
    """Answers reads at once and remembers when each key was asked for."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.asked: dict[str, list[float]] = {}

    async def find(self, query: Mapping[str, str]) -> Listing:
        if "po_number" in query:
            self.asked.setdefault(query["po_number"], []).append(self._now())
        rows = [row for row in self.records if row["visible_at"] <= self._now()]
        if "po_number" in query:
            rows = [row for row in rows if row["po_number"] == query["po_number"]]
        return Listing(records=tuple(rows), page_count=1, total=len(rows))


def noting(fault: Fault, noted: list[tuple[float, set[str]]]) -> Fault:
    """The fault, with a note of when it was over and of the keys that it met."""

    async def met(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        try:
            return await fault(world, drafts)
        finally:
            noted.append((world._now(), {draft["Invoice"]["po_number"] for draft in drafts}))

    return met


@pytest.mark.parametrize(
    ("fault", "poll_interval", "pauses"),
    [
        (lost_before, POLL_INTERVAL, [FIRST, SECOND]),
        (lost_before, 40.0, [FIRST, FIRST + 40.0]),
        (answering(400), POLL_INTERVAL, [0.0, POLL_INTERVAL, 2 * POLL_INTERVAL]),
        (answering(400), 40.0, [0.0, 40.0, 80.0]),
    ],
    ids=["lost", "lost, read rarely", "refused", "refused, read rarely"],
)
def test_absence_takes_two_equal_readings_a_pause_apart(
    fault: Fault, poll_interval: float, pauses: list[float]
) -> None:
    """What the server has refused is at rest and may be read at once, though that first reading counts for nothing."""
    noted: list[tuple[float, set[str]]] = []
    world = Prompt({2: noting(fault, noted)})
    assert report(world, invoices(40), poll_interval=poll_interval).created == 40
    ((over, keys),) = noted
    for key in keys:
        assert [round(moment - over, 6) for moment in world.asked[key][: len(pauses)]] == pauses
        assert [moment for moment in world.asked[key] if moment - over <= pauses[-1]] == world.asked[key]


def showing(moments: Sequence[float]) -> Fault:
    """Everything is created and the answer lost; each record shows itself so many seconds later."""

    async def fault(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        for draft, moment in zip(drafts, moments, strict=True):
            world.add(draft["Invoice"], visible_at=world._now() + moment)
        raise ConnectionLost("reset by peer")

    return fault


def between(earlier: float, later: float) -> float:
    return (earlier + later) / 2


def test_a_reading_that_finds_something_is_followed_by_another() -> None:
    world = Prompt({2: showing([between(FIRST, SECOND)] * 5 + [between(SECOND, THIRD)] * 5)})
    assert report(world, invoices(40)).created == 40
    assert records_per_draft(world) == {1}


def test_a_reading_that_finds_a_record_too_many_is_followed_by_another() -> None:
    """Somebody made a copy of one, so nothing becomes created: and yet the server was not at rest."""

    async def copied(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        world.add({**drafts[0]["Invoice"], "notes": "copy"}, visible_at=world._now() + between(FIRST, SECOND))
        return await showing([between(FIRST, SECOND)] + [between(SECOND, THIRD)] * 9)(world, drafts)

    world = Prompt({2: copied})
    got = report(world, invoices(40))
    assert (got.created, got.unconfirmed) == (39, 1)
    assert records_per_draft(world) == {1}


def test_what_changes_with_every_reading_is_given_up_and_never_sent_again() -> None:
    pause = SETTLE / 4
    world = Prompt({2: showing([FIRST + pause * place - 1.0 for place in range(20)])})

    async def until_all_is_visible() -> BulkReport:
        got = await bulk(world, invoices(60), chunk_size=20)
        await asyncio.sleep(10_000)
        return got

    got = run_virtually(until_all_is_visible())
    assert (got.created, got.unconfirmed) == (52, 8)
    assert records_per_draft(world) == {1}
    assert {"could not be read back clearly" in str(o.error) for o in outcomes_with("unconfirmed", got)} == {True}


def test_a_key_that_is_nearly_there_leaves_its_draft_unconfirmed_and_harms_no_other() -> None:
    async def retyped(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        main = drafts[3]["Invoice"]
        world.add({**main, "po_number": main["po_number"].lower()})
        raise ConnectionLost("reset by peer")

    world = Scripted({2: retyped}, attrs.evolve(CALM, search="ignored"))
    got = report(world, [invoice(place, po_number=f"ORDER {place}") for place in range(40)])
    assert (got.created, got.unconfirmed) == (39, 1)
    assert records_per_draft(world) == {1}
    (left,) = outcomes_with("unconfirmed", got)
    assert left.index == 13
    assert left.error is not None
    assert left.error.message.startswith("its key could not be read back clearly; the answer was lost: reset by peer")


def test_a_record_found_under_a_key_that_belongs_to_another_draft_confirms_neither() -> None:
    async def taken_over(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        """Somebody writes the key of a draft that never arrived on a record that was confirmed before."""
        (other,) = [row for row in world.records if row["id"] == str(world.created["draft 5"][0])]
        other["po_number"] = drafts[3]["Invoice"]["po_number"]
        raise ConnectionLost("reset by peer")

    world = Scripted({3: taken_over})
    got = report(world, invoices(40), concurrency=1)
    assert (got.created, got.unconfirmed) == (39, 1)
    (left,) = outcomes_with("unconfirmed", got)
    assert left.index == 23
    assert left.error is not None
    known = f"the records found belong to other drafts: {world.created['draft 5']}; the answer was lost: reset by peer"
    assert left.error.message == known


def test_a_draft_that_goes_again_is_counted_in_the_ledger_and_told_when_it_is_given_up() -> None:
    world = Scripted({2: lost_before, 5: lost_before, 6: lost_before})
    with Ledger(None) as ledger:
        got = report(world, invoices(40), ledger, max_attempts=3)
        assert [entry.attempts for entry in ledger.entries(0, 30)] == [1] * 10 + [3] * 10 + [1] * 10
    left = outcomes_with("unconfirmed", got)
    assert [outcome.index for outcome in left] == list(range(10, 20))
    for outcome in left:
        assert outcome.error is not None
        assert (outcome.error.kind, outcome.error.evidence["attempts"]) == ("unresolved", 3)
        assert outcome.error.evidence["error"].startswith("reset by peer")
        assert outcome.error.message.startswith("it was absent after each of 3 attempts; the answer was lost")


def test_two_records_under_one_key_are_told_with_what_raised_the_doubt() -> None:
    async def doubled(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        for draft in drafts:
            world.add(draft["Invoice"])
        world.add({**drafts[0]["Invoice"], "notes": "copy"})
        raise ConnectionLost("reset by peer")

    got = report(Scripted({2: doubled}), invoices(40))
    (left,) = outcomes_with("unconfirmed", got)
    assert left.error is not None
    assert left.error.message == "several records carry its key; the answer was lost: reset by peer"
    assert left.error.code is None


def test_a_doubt_that_stays_is_told_with_the_status_that_raised_it() -> None:
    async def failed(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        for draft in (*drafts, drafts[0]):
            world.add(draft["Invoice"])
        return answer(status=503, body=b"<html>busy</html>")

    (left,) = outcomes_with("unconfirmed", report(Scripted({2: failed}), invoices(40)))
    assert left.error is not None
    assert (left.error.code, left.error.message) == (503, "several records carry its key; HTTP 503")
    assert left.error.evidence["body"] == "<html>busy</html>"


def test_what_is_read_back_comes_with_its_number() -> None:
    world = Scripted({2: showing([0.0] * 10)})
    got = report(world, invoices(20))
    assert [outcome.number for outcome in got.outcomes] == [f"{outcome.id:06d}" for outcome in got.outcomes]
