"""A plain dict is held against its draft wherever one is taken, and nothing is sent of what is refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from daftra_async import ApiKey, ConfigurationError, Daftra
from daftra_async.emulator import Emulator
from daftra_async.models import InvoiceDraft, InvoiceItemDraft

LINE = {"item": "Ink", "unit_price": "9.50", "quantity": 2}
REFUSED: tuple[tuple[Any, str], ...] = (
    ({"Invoice": {"client_id": 1, "date": "30/11/2026"}}, r"InvoiceDraft\.date='30/11/2026' is no ISO day"),
    ({"Invoice": {"client_id": 1, "date": 0}}, r"InvoiceDraft\.date is 0: pass a date"),
    ({"Invoice": {"client_id": 1}, "InvoiceItems": [LINE]}, "'InvoiceItems': did you mean InvoiceItem"),
    ({"Invoice": {"client_id": 1, "notse": "x"}}, "'notse': did you mean notes"),
    ({"Invoice": {"client_id": 1, "InvoiceItem": [LINE]}}, "InvoiceItem stands beside Invoice"),
    ({"Invoice": {"client_id": 1}, "notes": "x"}, "notes stands in Invoice"),
    ({"Invoice": {"client_id": 1}, "InvoiceItem": [LINE, {"unit_prise": 5}]}, r"items\[1\] .*did you mean unit_price"),
    ({"Invoice": {"client_id": 1}, "InvoiceItem": LINE}, r"items is a dict: pass a list"),
    ({"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Ink", "unit_price": 9.5}]}, r"Decimal\('9\.5'\)"),
    ({"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Ink", "quantity": "two"}]}, r"quantity is 'two'"),
    (
        {"Invoice": {"client_id": 1}, "InvoiceItem": ["Ink"]},
        r"items\[0\] is a str: pass a draft \(InvoiceItemDraft\) or a dict",
    ),
    ({"Invoice": [{"client_id": 1}]}, "Invoice is a list: pass a dict"),
    ({"Invoice": {"client_id": 1}, "extra": {"notes": "x"}}, r"extra holds notes, which is documented"),
    ({"Invoice": {"client_id": 1}, "extra": "x"}, r"extra is a str: pass a dict"),
    ({"client_id": 1, "items": [LINE], "InvoiceItem": [LINE]}, "items twice"),
    ({"client_id": True}, "client_id is True: pass a whole number"),
    ({"Invoice": {"notes": "x"}}, "client_id missing"),
    ({}, "client_id missing"),
    (InvoiceDraft(client_id=1, items=InvoiceItemDraft(item="Ink")), "items is .* InvoiceItemDraft: pass a list"),  # type: ignore[arg-type]
    (InvoiceDraft(client_id=1, items=[{"unit_prise": 5}]), "did you mean unit_price"),  # type: ignore[list-item]
)
WAYS: dict[str, Callable[[Daftra, Any], Awaitable[object]]] = {
    "create": lambda daftra, body: daftra.invoices.create(body),
    "create once": lambda daftra, body: daftra.invoices.create(body, once="order-1"),
    "update": lambda daftra, body: daftra.invoices.update(1, body),
    "add_bulk": lambda daftra, body: daftra.invoices.add_bulk([body]),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("body", "told"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
async def test_what_the_server_would_take_for_another_is_refused_before_it_is_sent(
    daftra: Daftra, emulator: Emulator, body: Any, told: str, way: str
) -> None:
    with pytest.raises(ConfigurationError, match=told):
        await WAYS[way](daftra, body)
    assert len(emulator.journal) == 0


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"items": InvoiceItemDraft(item="Ink")}, "items is .* InvoiceItemDraft: pass a list"),
        ({"items": LINE}, "items is a dict: pass a list"),
        ({"items": [{"unit_prise": 5}]}, "did you mean unit_price"),
        ({"date": "30/11/2026"}, "is no ISO day"),
        ({"discount": 0.1}, "is the float"),
        ({"nots": "x"}, "did you mean notes"),
    ],
)
async def test_an_edit_with_such_a_change_replaces_nothing(
    daftra: Daftra, emulator: Emulator, changes: Any, told: str
) -> None:
    with pytest.raises(ConfigurationError, match=told):
        await daftra.invoices.edit(1, **changes)
    assert not emulator.journal.matching("PUT *")


@pytest.mark.parametrize(
    "body",
    [
        {"Invoice": {"client_id": 1, "notes": "x"}, "InvoiceItem": [LINE]},
        {"client_id": 1, "notes": "x", "items": [LINE]},
        {
            "client_id": "1",
            "notes": "x",
            "items": [InvoiceItemDraft(item="Ink", unit_price=Decimal("9.50"), quantity=2)],
        },
        {"Invoice": {"client_id": 1, "notes": "x"}, "items": (LINE,)},
    ],
)
async def test_both_forms_make_the_same_record(daftra: Daftra, body: Any) -> None:
    created = await daftra.invoices.create(body)
    assert created.id is not None
    invoice = await daftra.invoices.get(created.id)
    assert (invoice.client_id, invoice.notes, invoice.summary_total) == (1, "x", Decimal(19))
    edited = await daftra.invoices.edit(invoice, items=[{"item": "Tea", "unit_price": 3, "quantity": 1}])
    assert [line.item for line in edited.items] == ["Tea"]


async def test_what_the_documentation_lacks_goes_as_extra() -> None:
    async with (
        Emulator(refuse_unknown_fields=False) as emulator,
        Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra,
    ):
        await daftra.invoices.create({"client_id": 1}, extra={"adjustment_value": Decimal("1.50")})
        await daftra.invoices.create(InvoiceDraft(client_id=1, extra={"adjustment_value": 2}), extra={"rounding": 1})
        first, second = (msgspec.json.decode(entry.body) for entry in emulator.journal.matching("POST *"))
    assert first["Invoice"] == {"client_id": 1, "adjustment_value": 1.5}
    assert second["Invoice"] == {"client_id": 1, "adjustment_value": 2, "rounding": 1}


async def test_a_v2_record_is_held_against_its_draft_too(daftra: Daftra, emulator: Emulator) -> None:
    emulator.journal.clear()
    body: Any = {"nme": "Nile"}
    with pytest.raises(ConfigurationError, match="did you mean name"):
        await daftra.brands.create(body)
    assert len(emulator.journal) == 0
