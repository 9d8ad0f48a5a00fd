"""What a doubt waits for and what it takes for proof: the time until it settles, the client, a first record."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from daftra_async import BulkReport
from daftra_async._wire.messages import Response
from daftra_async.errors import ConnectionLost, RequestTimeout

from .scripted import Fault, Scripted, Visited, bulk, invoices, lost_before, records_per_draft, report
from .virtual import run_virtually
from .world import World

JUST_BEFORE = 0.5
"""Seconds by which the server ends before the last moment that is allowed to it."""


def working_on(seconds: float) -> Fault:
    """The client gives up at its timeout; the server creates everything so many seconds later."""

    async def zombie(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        async def later() -> None:
            await asyncio.sleep(seconds)
            for draft in drafts:
                world.add(draft["Invoice"])

        task = asyncio.create_task(later())
        world._running.add(task)
        task.add_done_callback(world._running.discard)
        if world.timeout is None:
            raise ConnectionLost("reset by peer")
        raise RequestTimeout("no answer", phase="read", sent=True)

    return zombie


@pytest.mark.parametrize(("timeout", "settle"), [(1.0, 32.0), (30.0, 90.0), (120.0, 270.0), (None, 120.0)])
def test_left_alone_a_doubt_settles_for_two_timeouts_and_half_a_minute(timeout: float | None, settle: float) -> None:
    world = Scripted({2: working_on(settle - JUST_BEFORE)}, timeout=timeout)

    async def until_all_is_quiet() -> BulkReport:
        got = await bulk(world, invoices(40), settle=None)
        await world.quiet()
        return got

    got = run_virtually(until_all_is_quiet())
    assert (got.created, got.unconfirmed) == (40, 0)
    assert records_per_draft(world) == {1}


def test_a_record_of_another_client_under_its_key_confirms_no_draft() -> None:
    async def made_for_another(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        for draft in drafts:
            world.add({**draft["Invoice"], "client_id": 2, "notes": "of client 2"})
        raise ConnectionLost("reset by peer")

    world = Scripted({2: made_for_another})
    got = report(world, invoices(40))
    assert (got.created, got.unconfirmed) == (30, 10)
    doubtful = [outcome for outcome in got.outcomes if outcome.status == "unconfirmed"]
    assert {outcome.id for outcome in doubtful} == {None}
    found = [error.evidence["ids"] for outcome in doubtful if (error := outcome.error)]
    assert sorted(found) == [[identity] for identity in world.created["of client 2"]]
    known = "the record with its key has another client; the answer was lost: reset by peer"
    assert {outcome.error.message for outcome in doubtful if outcome.error} == {known}


def test_where_the_record_names_no_client_the_key_alone_tells() -> None:
    async def made(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        for draft in drafts:
            world.add(draft["Invoice"])
            world.records[-1]["client_id"] = None
        raise ConnectionLost("reset by peer")

    world = Scripted({2: made})
    assert report(world, invoices(40)).created == 40
    assert records_per_draft(world) == {1}


@pytest.mark.parametrize("request_lost", [1, 2])
def test_a_run_of_one_request_has_a_record_to_prove_its_key_by_even_if_that_request_is_lost(request_lost: int) -> None:
    """Beside the record of somebody else only a record of our own shows that the absent ones are not hidden."""
    world = Visited({request_lost: lost_before})
    got = report(world, invoices(9))
    assert (got.created, got.unconfirmed) == (9, 0)
    assert records_per_draft(world) == {1}
