"""Drafts as they are handed in: models, keys of their own in each form, and those that cannot be sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import attrs
import pytest

from daftra_async import BulkError, CustomField, Ledger
from daftra_async._bulk.api import Listing
from daftra_async._wire.messages import Response
from daftra_async.errors import AuthenticationError, ConfigurationError, RequestTimeout
from daftra_async.models import InvoiceDraft

from .answers import answer
from .scripted import CALM, Fault, Scripted, invoice, invoices, lost_before, outcomes, records_per_draft, report
from .world import World

FIELD = CustomField("Import id")


def custom(place: int, value: object) -> dict[str, Any]:
    return {**invoice(place), "InvoiceCustomField": value}


class Custom(Scripted):
    """Keeps custom fields, and shows them only in the record itself where ``listed`` is off."""

    listed = True

    def add(self, main: Mapping[str, Any], lines: Sequence[Any] = (), *, visible_at: float = 0.0) -> int:
        identity = super().add(main, lines, visible_at=visible_at)
        self.records[-1]["InvoiceCustomField"] = main.get("InvoiceCustomField")
        return identity

    def _apply(self, draft: Mapping[str, Any]) -> dict[str, Any]:
        field = draft.get("InvoiceCustomField")
        return super()._apply({**draft, "Invoice": {**draft["Invoice"], "InvoiceCustomField": field}})

    async def find(self, query: Mapping[str, str]) -> Listing:
        text = query.get("custom_field")
        if text is None or self.conditions.search == "ignored":
            listing = await super().find(query)
        else:
            rows = [row for row in self.records if row["visible_at"] <= self._now()]
            rows = [row for row in rows if f"'{text}'" in str(row["InvoiceCustomField"])]
            listing = Listing(records=tuple(rows), page_count=1, total=len(rows))
        return listing if self.listed else attrs.evolve(listing, records=tuple(map(bare, listing.records)))


def bare(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in row.items() if name != "InvoiceCustomField"}


# Models.


def test_models_are_taken_as_they_are_and_one_that_cannot_be_written_is_an_outcome() -> None:
    drafts: list[Any] = [
        InvoiceDraft(client_id=1, notes=f"draft {place}", po_number=f"A-{place}") for place in range(3)
    ]
    drafts[1].client_id = object()
    world = Scripted()
    got = outcomes(world, drafts)
    assert [outcome.status for outcome in got] == ["created", "rejected", "created"]
    assert [outcome.key for outcome in got][::2] == ["A-0", "A-2"]
    assert got[1].error is not None
    assert got[1].error.kind == "invalid_draft"
    assert set(world.created) == {"draft 0", "draft 2"}


def test_an_input_of_nothing_that_can_be_sent_is_refused_draft_by_draft_and_sends_nothing() -> None:
    world = Scripted()
    drafts = [{"client": 1}, 7, {"Invoice": []}]
    with Ledger(None) as ledger:
        first = outcomes(world, drafts, ledger)
        assert [outcome.status for outcome in first] == ["rejected"] * 3
        assert outcomes(world, drafts, ledger) == first
    assert world.sizes == []


def test_drafts_that_could_not_be_sent_are_passed_over_when_the_run_goes_on() -> None:
    world = Scripted({2: lost_before})
    drafts: list[Any] = invoices(30)
    drafts[5] = drafts[15] = {"Invoice": {}}
    with Ledger(None) as ledger:
        assert report(world, drafts, ledger, max_attempts=1).unconfirmed == 9
        got = report(world, drafts, ledger)
    assert (got.created, got.rejected, got.unconfirmed) == (28, 2, 0)
    assert records_per_draft(world) == {1}


# Marks in custom fields.


@pytest.mark.parametrize(("listed", "search"), [(True, "ignored"), (True, "exact"), (False, "exact")])
@pytest.mark.parametrize(
    "fields",
    [
        {"Import id": "A-1"},
        {"Colour": "red", "Import id": " A-1 "},
    ],
    ids=str,
)
def test_a_key_in_a_custom_field_is_brought_along(fields: object, listed: bool, search: str) -> None:
    world = Custom({2: lost_before}, attrs.evolve(CALM, search=search))
    world.listed = listed
    drafts = [custom(0, fields), *[custom(place, {"Import id": f"B-{place}"}) for place in range(1, 25)]]
    got = outcomes(world, drafts, key=FIELD)
    assert {outcome.status for outcome in got} == {"created"}
    assert got[0].key == "A-1"
    assert records_per_draft(world) == {1}


@pytest.mark.parametrize("fields", [None, {"Colour": "red"}, {"Import id": " "}])
def test_a_draft_without_its_custom_field_gets_one_beside_those_it_has(fields: object) -> None:
    world = Custom({1: lost_before})
    got = outcomes(world, [custom(place, fields) for place in range(15)], key=FIELD)
    assert {outcome.status for outcome in got} == {"created"}
    kept = {int(row["id"]): str(row["InvoiceCustomField"]) for row in world.records}
    for outcome in got:
        assert outcome.id is not None
        assert f"'{outcome.key}'" in kept[outcome.id]
        assert ("red" in kept[outcome.id]) == ("red" in str(fields))


def test_a_key_that_is_taken_is_refused_though_no_list_shows_the_field() -> None:
    world = Custom(conditions=attrs.evolve(CALM, search="ignored"))
    world.listed = False
    older = world.add({"notes": "older", "client_id": 1, "InvoiceCustomField": {"Import id": "A-3"}})
    got = outcomes(world, [custom(place, {"Import id": f"A-{place}"}) for place in range(8)], key=FIELD)
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [3]
    assert got[3].error is not None
    assert (got[3].error.kind, got[3].error.evidence) == ("existing_key", {"ids": [older]})


# What stops before anything is sent, and what was never sent though it was tried.


def raising(error: Exception) -> Fault:
    async def fault(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        raise error

    return fault


@pytest.mark.parametrize(
    "error", [AuthenticationError("no token could be had", status=400), ConfigurationError("this client is closed")]
)
def test_a_request_that_could_not_even_be_made_leaves_its_drafts_unsent(error: Exception) -> None:
    world = Scripted({2: raising(error)})
    with Ledger(None) as ledger:
        with pytest.raises(type(error), match=str(error.args[0])):
            report(world, invoices(40), ledger)
        assert "SENT" not in {entry.state.name for entry in ledger.entries(0, 40)}
        assert report(world, invoices(40), ledger).created == 40
    assert records_per_draft(world) == {1}


def test_a_request_that_timed_out_before_a_byte_of_it_left_goes_again_without_a_doubt() -> None:
    world = Scripted({2: raising(RequestTimeout("no connection in time", phase="connect", sent=False))})
    got = report(world, invoices(40), max_attempts=1)
    assert (got.created, got.unconfirmed) == (40, 0)
    undisturbed = Scripted()
    report(undisturbed, invoices(40))
    assert world.reads == undisturbed.reads


def test_an_input_that_breaks_off_lets_nothing_out_that_waits_for_a_pause_to_end() -> None:
    """One request is under way for long, the other one is to come again after a pause that ends before."""

    async def taking_long(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        await asyncio.sleep(100)
        return await world._send(drafts, "none")

    async def pausing(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        return answer(status=429, headers={"retry-after": "20"})

    async def breaking_off() -> AsyncIterator[dict[str, Any]]:
        for place in range(35):
            yield invoice(place)
        await asyncio.sleep(15)
        raise OSError("the file is gone")

    world = Scripted({2: taking_long, 3: pausing})
    with Ledger(None) as ledger:
        with pytest.raises(OSError, match="the file is gone"):
            report(world, breaking_off(), ledger)
        assert world.sizes == [10, 10, 10]
        assert [entry.state.name for entry in ledger.entries(0, 40)] == ["CREATED"] * 20 + ["UNSENT"] * 10
        assert report(world, invoices(40), ledger).created == 40
    assert records_per_draft(world) == {1}


def test_a_run_that_is_refused_while_others_wait_out_a_pause_leaves_nothing_in_doubt() -> None:
    """One request is refused for good while the next one waits out a pause: what that one makes proves the key."""

    async def pausing(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        return answer(status=429, headers={"retry-after": "60"})

    async def refused_later(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        await asyncio.sleep(30)
        return answer(status=401)

    world = Scripted({1: refused_later, 2: pausing})
    with Ledger(None) as ledger:
        with pytest.raises(BulkError, match="HTTP 401"):
            report(world, invoices(40), ledger)
        states = [entry.state.name for entry in ledger.entries(0, 40)]
        assert states[:10] == ["UNSENT"] * 10
        assert set(states[10:]) == {"UNSENT", "CREATED"}
        assert report(world, invoices(40), ledger).created == 40
    assert records_per_draft(world) == {1}
