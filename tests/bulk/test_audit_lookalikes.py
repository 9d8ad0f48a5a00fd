"""An audit compares what records say, too: a duplicate shows by its content, whatever its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from daftra_async import AuditReport
from daftra_async._bulk.lookalikes import content_of

from .scripted import Scripted, bulk, invoice
from .virtual import run_virtually
from .world import World

LINES = invoice(0)["InvoiceItem"]


def drafts() -> list[dict[str, Any]]:
    """Five for five clients: no two of them say the same. The server refuses the first."""
    return [invoice(place, client_id=place) for place in range(5)]


def copy_of(world: World, place: int, **fields: Any) -> int:
    """One more record of the client of that draft, with the same lines unless others are given."""
    lines = fields.pop("lines", LINES)
    return world.add({"client_id": place, "notes": "copy", "po_number": "of somebody else", **fields}, lines)


def audited(world: World, meddle: Callable[[World], object]) -> AuditReport:
    async def story() -> AuditReport:
        run = bulk(world, drafts())
        await run
        meddle(world)
        return await run.audit()

    return run_virtually(story())


def told(report: AuditReport) -> list[tuple[int, tuple[int, ...], str]]:
    return [(one.index, one.found_ids, one.message) for one in report.duplicates]


def test_a_record_that_says_the_same_under_another_key_is_a_duplicate() -> None:
    world, copies = Scripted(), list[int]()
    report = audited(world, lambda world: copies.append(copy_of(world, 3)))
    assert told(report) == [(3, (copies[0],), "another record says the same")]
    assert not report.ok


@pytest.mark.parametrize(
    "other",
    [
        {"lines": [{"item": "paper", "quantity": 1, "unit_price": "5.00"}]},
        {"lines": [{"item": "pens", "quantity": 2, "unit_price": "2.50"}]},
        {"client_id": 77},
        {"total": "5.01"},
        {"date": "2027-01-10"},
    ],
    ids=str,
)
def test_a_record_that_says_something_else_is_none(other: dict[str, Any]) -> None:
    assert audited(Scripted(), lambda world: copy_of(world, 3, **other)).ok


def test_a_record_that_was_there_before_the_run_is_none() -> None:
    world = Scripted()
    copy_of(world, 3)
    assert audited(world, lambda world: None).ok


def test_a_copy_under_the_same_key_is_told_once() -> None:
    def meddle(world: World) -> None:
        (made,) = [row for row in world.records if row["client_id"] == "3"]
        copies.append(copy_of(world, 3, po_number=made["po_number"]))

    copies: list[int] = []
    assert told(audited(Scripted(), meddle)) == [(3, (copies[0],), "other records carry its key")]


def test_a_lookalike_whose_lines_cannot_be_read_is_told_with_that() -> None:
    class Hiding(Scripted):
        async def fetch(self, record_id: int) -> Mapping[str, Any] | None:
            return None if record_id in hidden else await super().fetch(record_id)

    hidden: list[int] = []
    report = audited(Hiding(), lambda world: hidden.append(copy_of(world, 3)))
    assert told(report) == [(3, (hidden[0],), "another record says the same, though its lines were not compared")]


def test_of_very_many_lookalikes_the_first_are_compared_and_the_others_told() -> None:
    other = [{"item": "pens", "quantity": 2, "unit_price": "2.50"}]
    copies: list[int] = []
    report = audited(Scripted(), lambda world: copies.extend(copy_of(world, 3, lines=other) for _ in range(202)))
    said = "another record says the same, though its lines were not compared"
    assert told(report) == [(3, (record_id,), said) for record_id in copies[200:]]


def test_a_record_under_the_key_of_a_refused_draft_is_a_stranger() -> None:
    async def story() -> tuple[AuditReport, int]:
        world = Scripted()
        run = bulk(world, drafts())
        refused = next(iter((await run).outcomes))
        stranger = copy_of(world, 9, po_number=refused.key)
        return await run.audit(), stranger

    report, stranger = run_virtually(story())
    assert [(one.index, one.found_ids, one.message) for one in report.strangers] == [
        (0, (stranger,), "the ledger calls it rejected")
    ]


def test_records_of_which_the_list_shows_no_total_are_counted_as_uncompared() -> None:
    def meddle(world: World) -> None:
        for row in world.records:
            row["summary_total"] = None

    report = audited(Scripted(), meddle)
    assert (report.ok, report.checked, report.uncompared) == (True, 4, 4)


@pytest.mark.parametrize("row", [{}, {"id": "7"}, {"client_id": "1"}, {"client_id": "1", "date": "", "amount": None}])
def test_a_row_that_says_too_little_is_like_no_other(row: dict[str, Any]) -> None:
    assert content_of(row) is None


def test_a_row_says_the_same_however_its_values_are_written() -> None:
    said = content_of({"client_id": 1, "date": "2027-01-15", "summary_total": "10.00"})
    assert said == content_of({"client_id": "1", "date": " 2027-01-15", "summary_total": 10, "no": "7"})
    assert said != content_of({"client_id": 1, "date": "2027-01-15", "summary_total": "10.01"})
