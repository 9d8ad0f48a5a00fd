"""What locks an invoice against edits, each set and taken off through the store."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from daftra_async.emulator import Emulator, Store

BODY = {"Invoice": {"client_id": 1, "date": "2026-02-10", "notes": "changed"}}


def submit(store: Store) -> None:
    store.update("invoice", 1, {"einvoice_status": 1})


def charge(store: Store) -> None:
    store.insert("credit_charge", {"invoice_id": 1, "client_id": 1})


def installments(store: Store) -> None:
    store.insert("invoice_installment_agreement", {"invoice_id": 1})


def renewal(store: Store) -> None:
    store.insert("token_refresh", {"invoice_id": 1})


def close_period(store: Store) -> None:
    store.update("invoice", 1, {"date": "2026-02-10"})
    store.insert("closed_period", {"date_from": "2026-02-01", "date_to": "2026-02-28"})


def close_everything_before(store: Store) -> None:
    store.update("invoice", 1, {"date": "2026-02-10"})
    store.insert("closed_period", {"date_to": "2026-02-10"})


def close_shift(store: Store) -> None:
    store.insert("pos_shift", {"closed": 1}, id=7)
    store.update("invoice", 1, {"pos_shift_id": 7})


def receive(store: Store) -> None:
    store.update("invoice", 1, {"requisition_delivery_status": 3})


LOCKS = [submit, charge, installments, renewal, close_period, close_everything_before, close_shift, receive]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.__name__)
async def test_a_locked_invoice_is_not_edited(api: httpx.AsyncClient, emulator: Emulator, lock: Any) -> None:
    free = emulator.snapshot()
    lock(emulator.store)
    before = dict(emulator.store.get("invoice", 1) or {})
    answer = await api.put("/api2/invoices/1.json", json=BODY)
    assert (answer.status_code, answer.json()["result"]) == (400, "failed")
    assert "validation_errors" not in answer.json()
    assert emulator.store.get("invoice", 1) == before
    emulator.restore(free)
    assert (await api.put("/api2/invoices/1.json", json=BODY)).status_code == 200


def another_period(store: Store) -> None:
    store.update("invoice", 1, {"date": "2026-02-10"})
    store.insert("closed_period", {"date_from": "2026-02-11"})
    store.insert("closed_period", {"date_to": "2026-02-09"})


def open_shift(store: Store) -> None:
    store.insert("pos_shift", {"closed": 0}, id=7)
    store.update("invoice", 1, {"pos_shift_id": 7})


def pending(store: Store) -> None:
    store.update("invoice", 1, {"requisition_delivery_status": 1, "einvoice_status": 0})


def of_another_invoice(store: Store) -> None:
    store.insert("token_refresh", {"invoice_id": 2})


@pytest.mark.parametrize("state", [another_period, open_shift, pending, of_another_invoice])
async def test_what_only_looks_like_a_lock_is_none(api: httpx.AsyncClient, emulator: Emulator, state: Any) -> None:
    state(emulator.store)
    assert (await api.put("/api2/invoices/1.json", json=BODY)).status_code == 200


async def test_an_invoice_of_another_branch_is_not_found_for_an_edit(
    api: httpx.AsyncClient, emulator: Emulator
) -> None:
    emulator.store.update("invoice", 1, {"branch_id": 2})
    assert (await api.put("/api2/invoices/1.json", json=BODY)).status_code == 404
    assert (await api.put("/api2/invoices/1.json?request_branch_id=2", json=BODY)).status_code == 200


async def test_a_locked_invoice_can_be_read_and_its_installments_show_on_v2(
    api: httpx.AsyncClient, emulator: Emulator
) -> None:
    assert (await api.get("/v2/api/entity/invoice/1/2")).json()["invoice_installment_agreements"] == []
    installments(emulator.store)
    assert (await api.get("/api2/invoices/1.json")).status_code == 200
    assert len((await api.get("/v2/api/entity/invoice/1/2")).json()["invoice_installment_agreements"]) == 1
