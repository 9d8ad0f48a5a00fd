"""A partial edit changes what it was asked to and nothing else, although the server's PUT replaces the record."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from daftra_async import (
    ApiKey,
    CallEvent,
    ConfigurationError,
    ConnectionLost,
    Daftra,
    EditRefused,
    RetryPolicy,
    ValidationError,
)
from daftra_async._editing.edit import EditConflict, EditNotApplied
from daftra_async.emulator import Emulator
from daftra_async.models import Invoice, InvoiceDraft, InvoiceItemDraft, PaymentDraft


@pytest.fixture
async def number(daftra: Daftra) -> int:
    """An invoice with much to lose."""
    lines = [
        InvoiceItemDraft(item="Paper", unit_price=Decimal("12.3456"), quantity=3, description="A4"),
        InvoiceItemDraft(item="حبر", unit_price=Decimal("7.25"), quantity=Decimal("1.5")),
    ]
    created = await daftra.invoices.create(
        InvoiceDraft(client_id=2, po_number="PO-7", date="2026-02-03", notes="before", terms="30 days", items=lines)
    )
    return created.id


def writable(record: Any) -> dict[str, Any]:
    body: dict[str, Any] = record.to_draft().to_wire()
    for line in body["InvoiceItem"]:
        line.pop("id", None)
    return body


async def test_an_edit_changes_one_field_and_keeps_all_others(daftra: Daftra, number: int) -> None:
    record = await daftra.invoices.get(number)
    before = writable(record)
    after = await daftra.invoices.edit(number, notes="paid by hand")
    assert [line.id for line in after.items] == [line.id for line in record.items]
    assert after.notes == "paid by hand"
    expected = before["Invoice"] | {"notes": "paid by hand"}
    assert {k: v for k, v in writable(after)["Invoice"].items() if v} == {k: v for k, v in expected.items() if v}
    assert [line["item"] for line in writable(after)["InvoiceItem"]] == ["Paper", "حبر"]
    assert after.summary_total == Decimal("12.3456") * 3 + Decimal("7.25") * Decimal("1.5")


async def test_a_bare_put_would_have_lost_them(daftra: Daftra, number: int) -> None:
    await daftra.invoices.update(number, {"Invoice": {"client_id": 2, "notes": "paid by hand"}})
    assert (await daftra.invoices.get(number)).po_number in {None, ""}


async def test_sending_a_record_back_as_it_came_is_refused_here_as_by_the_server(daftra: Daftra, number: int) -> None:
    record: Any = (await daftra.invoices.get(number)).raw
    with pytest.raises(ConfigurationError, match="InvoiceDraft has no field"):
        await daftra.invoices.update(number, {"Invoice": record})
    with pytest.raises(ValidationError):
        await daftra.request("PUT", f"/api2/invoices/{number}.json", json={"Invoice": dict(record)})


async def test_lines_are_replaced_as_a_list(daftra: Daftra, number: int) -> None:
    after = await daftra.invoices.edit(number, items=[InvoiceItemDraft(item="Toner", unit_price=100, quantity=1)])
    assert [line.item for line in after.items] == ["Toner"]
    assert after.po_number == "PO-7"


async def test_a_change_since_the_record_was_read_is_a_conflict(daftra: Daftra, number: int) -> None:
    mine = await daftra.invoices.get(number)
    await daftra.invoices.edit(number, notes="theirs")
    with pytest.raises(EditConflict):
        await daftra.invoices.edit(mine, notes="mine")
    assert (await daftra.invoices.get(number)).notes == "theirs"


async def listed(daftra: Daftra, number: int) -> Invoice:
    return next(row for row in await daftra.invoices.list(limit=100) if row.id == number)


async def from_v2(daftra: Daftra, number: int) -> Invoice:
    return await daftra.entity("invoice", model=Invoice).get(number, level=2)


@pytest.mark.parametrize("read", [listed, from_v2])
async def test_a_record_from_a_list_or_from_v2_can_be_edited_unless_it_changed(
    daftra: Daftra, emulator: Emulator, number: int, read: Any
) -> None:
    assert (await daftra.invoices.edit(await read(daftra, number), terms="60 days")).terms == "60 days"
    seen = await read(daftra, number)
    emulator.store.update("invoice", number, {"po_number": "theirs"}, touch=False)
    with pytest.raises(EditConflict):
        await daftra.invoices.edit(seen, notes="mine")
    seen = await read(daftra, number)
    emulator.clock.move(60)
    emulator.store.update("invoice", number, {})
    with pytest.raises(EditConflict):
        await daftra.invoices.edit(seen, notes="mine")


async def test_a_change_during_the_edit_is_a_conflict(emulator: Emulator, number: int) -> None:
    reads = 0

    def somebody_else_writes(event: CallEvent) -> None:
        nonlocal reads
        if event.kind == "response" and event.operation == "invoices.get":
            reads += 1
            if reads == 1:
                emulator.store.update("invoice", number, {"notes": "theirs"})

    auth = ApiKey(emulator.api_key)
    async with Daftra(base_url=emulator.url, auth=auth, hooks=[somebody_else_writes]) as daftra:
        with pytest.raises(EditConflict):
            await daftra.invoices.edit(number, po_number="PO-8")
        assert (await daftra.invoices.get(number)).notes == "theirs"
    assert not emulator.journal.matching(f"PUT /api2/invoices/{number}.json")


async def test_a_misspelt_field_is_refused_before_anything_is_written(
    daftra: Daftra, emulator: Emulator, number: int
) -> None:
    with pytest.raises(ConfigurationError, match="did you mean notes"):
        await daftra.invoices.edit(number, note="x")  # type: ignore[call-arg]
    with pytest.raises(ConfigurationError, match="summary_total"):
        await daftra.invoices.edit(number, summary_total=5)  # type: ignore[call-arg]
    assert not emulator.journal.matching("PUT *")


async def test_a_write_that_the_server_drops_is_noticed(number: int, emulator: Emulator) -> None:
    def server_forgets(event: CallEvent) -> None:
        if event.kind == "response" and event.operation == "invoices.update":
            emulator.store.update("invoice", number, {"notes": "something else"})

    auth = ApiKey(emulator.api_key)
    async with Daftra(base_url=emulator.url, auth=auth, hooks=[server_forgets]) as daftra:
        with pytest.raises(EditNotApplied) as problem:
            await daftra.invoices.edit(number, notes="mine")
    assert problem.value.differences == {"Invoice.notes": ("mine", "something else")}


async def test_a_day_that_the_record_does_not_have_does_not_become_1970(
    daftra: Daftra, emulator: Emulator, number: int
) -> None:
    emulator.store.update("invoice", number, {"issue_date": None, "date": "0000-00-00"})
    after = await daftra.invoices.edit(number, notes="x")
    assert (after.date, after.issue_date) == (None, None)
    assert (emulator.store.get("invoice", number) or {})["issue_date"] is None


async def test_a_value_that_cannot_be_read_is_no_obstacle_to_setting_it_anew(
    daftra: Daftra, emulator: Emulator, number: int
) -> None:
    emulator.store.update("invoice", number, {"due_after": "soon"})
    with pytest.raises(ConfigurationError, match="set due_after yourself"):
        await daftra.invoices.edit(number, notes="x")
    assert not emulator.journal.matching("PUT *")
    assert (await daftra.invoices.edit(number, due_after=14)).due_after == 14


async def test_what_a_record_does_not_show_can_be_written(daftra: Daftra, number: int) -> None:
    """The payments of an invoice are read under another name than they are written, so they cannot be compared."""
    paid = PaymentDraft(payment_method="cash", amount=10, treasury_id=1, date="2026-02-04")
    after = await daftra.invoices.edit(number, payments=[paid])
    assert [payment.amount for payment in after.payments] == [10]


async def test_a_requisition_keeps_what_is_written_under_another_spelling(daftra: Daftra, emulator: Emulator) -> None:
    """The documentation writes ``Status`` and ``To_store_id`` and reads ``status`` and ``to_store_id``."""
    emulator.store.update("requisition", 1, {"status": "3", "to_store_id": 2, "order_type": "6"})
    after = await daftra.requisitions.edit(1, notes="x")
    assert (after.notes, after.status, after.to_store_id, after.order_type) == ("x", 3, 2, 6)


async def test_a_record_inside_another_is_edited_by_both_ids(daftra: Daftra) -> None:
    with pytest.raises(TypeError, match="workflow_id"):
        await daftra.workflow.edit(1, description="x")  # type: ignore[call-arg]
    with pytest.raises(EditRefused, match="budget cannot be written back as read"):
        await daftra.workflow.edit(1, workflow_id=1, description="x")
    edited = await daftra.workflow.edit(1, workflow_id=1, description="x", budget=None)
    assert edited.raw["description"] == "x"


@pytest.mark.parametrize("id", ["5", None, True, 1.5])
async def test_only_a_number_or_a_record_names_what_is_edited(daftra: Daftra, id: Any) -> None:
    with pytest.raises(ConfigurationError, match="the record's id, or a record read earlier"):
        await daftra.invoices.edit(id, notes="x")


async def test_an_edit_of_nothing_writes_nothing(daftra: Daftra, emulator: Emulator) -> None:
    assert (await daftra.invoices.edit(1)).id == 1
    assert not emulator.journal.matching("PUT *")


async def test_an_edit_that_could_not_be_read_back_was_applied(emulator: Emulator, number: int) -> None:
    path = f"GET /api2/invoices/{number}.json"
    emulator.faults.script(path, [None, None, "cut_before"])
    auth = ApiKey(emulator.api_key)
    async with Daftra(base_url=emulator.url, auth=auth, retry=RetryPolicy(retries=0)) as daftra:
        with pytest.raises(ConnectionLost) as caught:
            await daftra.invoices.edit(number, po_number="PO-8")
        assert caught.value.outcome == "applied"
        assert (await daftra.invoices.get(number)).po_number == "PO-8"
