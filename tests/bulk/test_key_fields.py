"""Every field that is said to carry a key does: what was written there is found again, though an answer was lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from daftra_async import OPERATIONS, ApiKey, ConfigurationError, Daftra
from daftra_async._bulk.keys import FREE_TEXT
from daftra_async.emulator import Emulator
from daftra_async.emulator.faults import Fault
from generator.emit.key_fields import KEY_FIELDS

SETTLE = 0.2

DRAFTS: dict[str, dict[str, Any]] = {
    "appointments": {"item_id": 1, "date": "2026-01-31", "partner_type": 1, "partner_id": 1},
    "client_payments": {"client_id": 1, "amount": 5, "payment_method": "cash", "treasury_id": 1},
    "clients": {"business_name": "Nile"},
    "invoice_payments": {"invoice_id": 1, "amount": 5, "payment_method": "cash"},
    "journals": {"description": "Rent", "total_debit": 5, "total_credit": 5, "currency_code": "EGP"},
    "products": {"name": "Paper"},
    "purchase_invoices": {"supplier_id": 1},
    "purchase_refunds": {"supplier_id": 1},
    "requisitions": {"date": "2026-01-31"},
    "stock_transactions": {"product_id": 1, "transaction_type": 1, "store_id": 1},
    "suppliers": {"business_name": "Nile"},
    "time_tracking": {"staff_id": 1, "project_id": 1, "activity_id": 1, "time": "01:00"},
    "work_orders": {"title": "Repair", "start_date": "2026-01-31", "client_id": 1},
}
"""What a draft needs; where nothing is said, a client."""

CREATE = {one.resource: one for one in OPERATIONS if one.kind == "create" and one.resource in KEY_FIELDS}


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets a run of another."""
    monkeypatch.setenv("DAFTRA_STATE_DIR", str(tmp_path / "state"))


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running
        await running.settled()
        assert running.app.failures == []


@pytest.mark.parametrize(("resource", "key"), [(name, key) for name, keys in KEY_FIELDS.items() for key in keys])
async def test_a_record_is_found_again_by_what_was_written_there(emulator: Emulator, resource: str, key: str) -> None:
    operation = CREATE[resource]
    kind = "appointments" if resource.endswith("appointments") else resource
    draft = {operation.model_key: DRAFTS.get(kind, {"client_id": 1})}
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), timeout=1.0) as daftra:
        calls = getattr(daftra, resource)
        if key in FREE_TEXT:
            draft[operation.model_key][key] = "as people write"
        before = len(await calls.list().collect())
        emulator.faults.script(f"POST {operation.base}{operation.path}", [Fault(kind="cut_after")])
        first = await calls.create_once(draft, once="one", key=key, settle=SETTLE)
        assert (await calls.create_once(draft, once="one", key=key, settle=SETTLE)).id == first.id
        report = await calls.bulk([draft] * 3, name="three", key=key, settle=SETTLE, poll_interval=0.05)
        assert (report.created, report.adopted) == (3, 0)
        again = await calls.bulk([draft] * 3, name="three", key=key, settle=SETTLE, poll_interval=0.05)
        assert (again.created, again.adopted) == (3, 3)
        assert len(await calls.list().collect()) == before + 4


async def test_a_field_of_another_resource_is_refused_with_those_that_can(emulator: Emulator) -> None:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        with pytest.raises(ConfigurationError, match='for expenses use "note"'):
            daftra.expenses.bulk([], key="po_number")
        with pytest.raises(ConfigurationError, match='for clients use "client_number", "notes"'):
            await daftra.clients.create_once({"Client": {}}, once="one", key="no")
