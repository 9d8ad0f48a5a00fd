"""Why an invoice cannot be edited: the states that lock it, each set by a method of `emulator.store`.

| locked | by |
|---|---|
| a submitted or accepted e-invoice | `update("invoice", id, {"einvoice_status": 1})`, anything but 0 |
| related credit charges | `insert("credit_charge", {"invoice_id": id})` |
| installments | `insert("invoice_installment_agreement", {"invoice_id": id})` |
| renewals | `insert("token_refresh", {"invoice_id": id})` |
| a closed period | `insert("closed_period", {"date_from": "2026-01-01", "date_to": "2026-03-31"})` |
| a closed POS shift | `insert("pos_shift", {"closed": 1}, id=7)`, `update("invoice", id, {"pos_shift_id": 7})` |
| a received requisition | `update("invoice", id, {"requisition_delivery_status": 3})` |

A closed period may leave out either end. A PUT on a locked invoice is answered with 400 and a message that names no
reason. One on another branch (`update("invoice", id, {"branch_id": 2})`) or of another document type is answered
with 404. The other documents know the e-invoice's lock only. Take a lock off by undoing what set it, or by `restore`.
"""

from __future__ import annotations

from .store import Store, Values
from .tables import INVOICE

_NAMING_TABLES = ("credit_charge", "invoice_installment_agreement", "token_refresh")
_RECEIVED = 3


def is_locked(store: Store, table: str, row: Values) -> bool:
    """Whether the server refuses to edit the record."""
    if row.get("einvoice_status"):
        return True
    if table != "invoice" or (row.get("type") or INVOICE) != INVOICE:
        return False
    return (
        any(store.find(naming, "invoice_id", row["id"]) for naming in _NAMING_TABLES)
        or row.get("requisition_delivery_status") == _RECEIVED
        or _in_closed_period(store, row.get("date"))
        or _in_closed_shift(store, row.get("pos_shift_id"))
    )


def _in_closed_period(store: Store, day: str | None) -> bool:
    periods = ((row.get("date_from") or "", row.get("date_to") or "9999") for row in store.rows("closed_period"))
    return day is not None and any(first <= day <= last for first, last in periods)


def _in_closed_shift(store: Store, shift_id: int | None) -> bool:
    shift = None if shift_id is None else store.get("pos_shift", shift_id)
    return shift is not None and bool(shift.get("closed"))
