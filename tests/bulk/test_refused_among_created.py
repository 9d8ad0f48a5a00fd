"""An answer with a refusal among creations is believed once the records beside the refusal carry the right keys."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import pytest

from daftra_async import BulkReport, KeyUnreadable, Reason
from daftra_async._wire.messages import Response

from .answers import answer
from .scripted import CALM, Scripted, Visited, invoice, lost_before, outcomes_with, records_per_draft, report
from .test_reading_again import Prompt
from .world import World

CALL = 4
"""The request that the fault meets: by then keys were read back, and proved readable."""


def drafts(*refused: int, count: int = 50) -> list[dict[str, Any]]:
    return [invoice(place, client_id=0 if place in refused else 1) for place in range(count)]


def rejected(got: BulkReport) -> list[int]:
    return [outcome.index for outcome in outcomes_with("rejected", got)]


@pytest.mark.parametrize("half", [True, False])
def test_a_right_answer_costs_no_second_request_even_if_its_records_show_themselves_late(half: bool) -> None:
    async def late(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        response = await world._send(drafts, "none")
        made = world.records[-len(drafts) + 1 :]
        for row in made[len(made) // 2 :] if half else made:
            row["visible_at"] = world._now() + 20.0
        return response

    world = Scripted({CALL: late})
    got = report(world, drafts(34), concurrency=1)
    assert rejected(got) == [34]
    assert got.created == 49
    assert sum(world.sizes) == 50


def test_a_refused_draft_tells_the_servers_reason() -> None:
    (outcome,) = outcomes_with("rejected", report(Scripted(), drafts(34)))
    assert outcome.error == Reason(
        kind="server", message="no", code=400, validation_errors={"Invoice.client_id": ["no"]}
    )


def test_records_that_do_not_show_themselves_yet_are_asked_for_at_growing_pauses() -> None:
    over: list[float] = []

    async def late(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        response = await world._send(drafts, "none")
        over.append(world._now())
        for row in world.records[-len(drafts) + 1 :]:
            row["visible_at"] = world._now() + 60.0
        return response

    world = Prompt({CALL: late})
    assert rejected(report(world, drafts(34), concurrency=1)) == [34]
    asked = sorted({round(moment - over[0], 6) for moments in world.asked.values() for moment in moments})
    later = [moment for moment in asked if moment >= 0.0]
    assert later[:11] == [0.0, 0.25, 0.75, 1.75, 3.75, 7.75, 15.75, 25.75, 35.75, 45.75, 55.75]


@pytest.mark.parametrize("refused", [(30,), (34,), (39,), (31, 32), (30, 39)])
def test_an_answer_whose_refusals_came_in_other_places_is_set_right(refused: tuple[int, ...]) -> None:
    async def moved(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        response = await world._send(drafts, "none")
        results = json.loads(response.body)
        # The ids still rise: only the keys tell that the refusals stand in the places of others.
        refusals = [result for result in results if result["result"] == "failed"]
        others = [result for result in results if result["result"] != "failed"]
        return answer(status=200, body=json.dumps([*others[:5], *refusals, *others[5:]]).encode())

    world = Scripted({CALL: moved})
    got = report(world, drafts(*refused), concurrency=1)
    assert rejected(got) == list(refused)
    assert all(world.created[f"draft {o.index}"] == [o.id] for o in outcomes_with("created", got))
    assert records_per_draft(world) == {1}


def test_the_records_beside_a_refusal_prove_the_key_for_all_that_follow() -> None:
    world = Visited({3: lost_before})
    got = report(world, drafts(4), concurrency=1)
    assert (got.created, rejected(got), got.unconfirmed) == (49, [4], 0)


def test_ids_of_records_that_never_show_up_are_not_believed() -> None:
    async def invented(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        results: list[dict[str, Any]] = [
            {"result": "successful", "code": 202, "id": 9_000_000 + place} for place in range(len(drafts) - 1)
        ]
        return answer(status=200, body=json.dumps([*results, {"result": "failed", "code": 400}]).encode())

    world = Scripted({CALL: invented})
    got = report(world, drafts(), concurrency=1)
    assert (got.created, got.rejected, got.unconfirmed) == (50, 0, 0)
    assert records_per_draft(world) == {1}


def test_where_no_key_can_be_read_the_answer_is_all_there_is() -> None:
    world = Scripted(conditions=attrs.evolve(CALM, key_kept=False))
    got = report(world, drafts(34), concurrency=1, require_readable=False)
    assert (rejected(got), got.created, got.unconfirmed) == ([34], 49, 0)
    assert sum(world.sizes) == 50


def test_a_key_that_the_account_does_not_keep_stops_the_run_and_says_what_to_do() -> None:
    world = Scripted(conditions=attrs.evolve(CALM, key_kept=False))
    with pytest.raises(KeyUnreadable) as caught:
        report(world, drafts())
    said = str(caught.value)
    assert "was created with the key 'DA" in said
    assert "does not keep or list that field as it is written. Choose another key=, or pass require_readable=" in said
    assert said.endswith("=False to go on and have every doubt end as unconfirmed")
