"""Accounts whose lists leave the key out, or show too little: what is asked instead, and what stays in doubt."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async import KeyUnreadable
from daftra_async._bulk.api import Listing
from daftra_async._bulk.key_probe import KeyProbe
from daftra_async._wire.messages import Response

from .answers import answer
from .scripted import (
    CALM,
    Fault,
    Scripted,
    invoice,
    invoices,
    lost_before,
    outcomes,
    outcomes_with,
    records_per_draft,
    report,
)
from .test_existing import JUNE, in_turn
from .world import World


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets a run of another."""
    monkeypatch.setenv("DAFTRA_STATE_DIR", str(tmp_path))


class Bare(Scripted):
    """Its lists leave the key out; the records themselves show it."""

    async def find(self, query: Mapping[str, str]) -> Listing:
        listing = await super().find(query)
        rows = [{name: value for name, value in row.items() if name != "po_number"} for row in listing.records]
        return attrs.evolve(listing, records=tuple(rows))


def test_keys_of_the_callers_own_are_searched_one_by_one_where_the_list_does_not_show_them() -> None:
    world = Bare({5: lost_before})
    older = [world.add({"po_number": f"older {place}", "client_id": 1, "notes": "older"}) for place in range(3)]
    drafts = [invoice(place, po_number=f"order {place}") for place in range(120)]
    drafts[77]["Invoice"]["po_number"] = "older 1"
    drafts[77]["Invoice"]["client_id"] = 2
    got = report(world, drafts)
    assert (got.created, got.rejected, got.unconfirmed) == (119, 1, 0)
    (refused,) = outcomes_with("rejected", got)
    assert refused.error is not None
    assert (refused.index, refused.error.kind, refused.error.evidence) == (77, "existing_key", {"ids": [older[1]]})
    assert records_per_draft(world) == {1, 3}


def test_a_list_that_neither_searches_nor_shows_the_key_tells_nothing_and_the_run_stops() -> None:
    world = Bare({4: lost_before}, attrs.evolve(CALM, search="ignored"))
    with pytest.raises(KeyUnreadable):
        report(world, invoices(60))
    unsure = Bare({4: lost_before}, attrs.evolve(CALM, search="ignored"))
    got = report(unsure, invoices(60), require_readable=False)
    assert (got.created, got.unconfirmed) == (50, 10)
    assert records_per_draft(unsure) == {1}


def test_a_key_that_is_nearly_on_a_record_already_is_refused_with_nothing_to_show() -> None:
    world = Scripted(conditions=attrs.evolve(CALM, search="ignored"))
    world.add({"po_number": "ORDER 3", "client_id": 1, "notes": "older"})
    got = outcomes(world, [invoice(place, po_number=f"order {place}") for place in range(8)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [3]
    assert got[3].error is not None
    assert (got[3].error.kind, got[3].error.evidence) == ("existing_key", {"ids": []})


@pytest.mark.parametrize(("fields", "why"), [({}, "several records"), ({"client_id": "2"}, "another client")], ids=str)
def test_a_derived_key_on_a_record_that_cannot_be_the_drafts_leaves_it_unconfirmed(
    fields: dict[str, Any], why: str
) -> None:
    """The ledger is lost; meanwhile somebody copied a record of the run, or gave it to another client."""

    async def meddled(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        response = await world._send(drafts, "none")
        (made,) = [row for row in world.records if row["id"] == str(world.created["draft 15"][0])]
        if fields:
            made.update(fields)
        else:
            world.add({"po_number": made["po_number"], "client_id": 1, "notes": "copy"})
        return response

    world = Scripted({2: meddled})
    _, again = in_turn(world, (invoices(20), JUNE), (invoices(20), JUNE))
    assert [outcome.index for outcome in again if outcome.status == "unconfirmed"] == [15]
    assert again[15].error is not None
    assert why in again[15].error.message
    assert sum(world.sizes) == 20


def test_an_id_that_no_record_has_says_nothing_of_the_field() -> None:
    async def misnumbered(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        response = await world._send(drafts, "none")
        results = [{**result, "id": 500 + place} for place, result in enumerate(json.loads(response.body))]
        return answer(status=200, body=json.dumps(results).encode())

    faults: dict[int, Fault] = {1: misnumbered, 3: lost_before}
    world = Scripted(faults)
    assert report(world, invoices(40), concurrency=1).created == 40
    assert records_per_draft(world) == {1}


def test_a_key_that_is_seen_overrules_one_that_was_not() -> None:
    probe, kind = KeyProbe(), ((), False)
    probe.settle(kind, 20, readable=False)
    assert (probe.known(kind, 19), probe.known(kind, 20), probe.known(kind, 21)) == (None, False, False)
    probe.settle(kind, 15, readable=True)
    assert (probe.known(kind, 15), probe.known(kind, 16), probe.known(kind, 20)) == (True, None, False)
    probe.settle(kind, 30, readable=True)
    assert (probe.known(kind, 20), probe.known(kind, 30), probe.known(kind, 31)) == (True, True, None)
    assert probe.known(((("type", "16"),), False), 20) is None
