"""How records look in answers: ids as text, numbers of mixed types, relations inside, fields nobody documented.

Three forms of account have been seen: all values as text, all native, or both mixed within one record. A record looks
the same each time it is read.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from zlib import crc32

from tests.independent.account import MODELS, Stored, total

DISPLAY_DATE = "%d/%m/%Y"


def wrapped(kind: str, stored: Stored, form: str, *, detail: bool) -> dict[str, Any]:
    """The record under its model's name, with lines and relations inside where the whole record is meant."""
    shape = _Shape(form, stored.id)
    fields = dict(stored.fields)
    if kind == "invoices":
        fields |= _invoice(stored, shape, detail)
    else:
        fields |= {"amount": shape.number(Decimal(str(fields["amount"])))} if "amount" in fields else {}
        fields |= {"date": f"{fields['date']} 00:00:00"} if kind == "invoice_payments" else {}
        fields |= {"client_number": stored.number} if kind == "clients" else {}
    stamp = stored.created.strftime("%Y-%m-%d %H:%M:%S")
    fields |= {"id": shape.whole(stored.id), "created": stamp, "modified": stamp, "staff_id": -1, "site_id": "5000000"}
    return {MODELS[kind]: {**fields, "le_workflow_state": None, "extra_details": '{"source":"api"}'}}


class _Shape:
    """How one record's values are written."""

    def __init__(self, form: str, record_id: int) -> None:
        self._form = form
        self._id = record_id

    def whole(self, value: int, name: str = "id") -> int | str:
        return str(value) if self._as_text(name) else value

    def number(self, value: Decimal, name: str = "amount") -> float | int | str:
        if self._as_text(name):
            return f"{value:.4f}" if crc32(f"{self._id}".encode()) % 2 else str(value)
        return int(value) if value == int(value) else float(value)

    def flag(self, value: bool, name: str) -> bool | int | str:
        return str(int(value)) if self._as_text(name) else int(value)

    def relation(self, related: dict[str, Any]) -> object:
        return [related] if self._form == "mixed" and self._id % 3 == 0 else related

    def _as_text(self, name: str) -> bool:
        mixed = crc32(f"{name}{self._id}".encode()) % 2 == 0
        return self._form == "text" or (self._form == "mixed" and mixed)


def _invoice(stored: Stored, shape: _Shape, detail: bool) -> dict[str, Any]:
    client_id = int(stored.fields["client_id"])
    year, month, day = str(stored.fields.get("date") or stored.created.date()).split("-")
    sum_of_lines = total(stored)
    fields: dict[str, Any] = {
        "no": stored.number,
        "po_number": stored.fields.get("po_number") or ("" if stored.id % 2 else None),
        "client_id": shape.whole(client_id, "client_id"),
        "client_business_name": f"Client {client_id}",
        "date": f"{day}/{month}/{year}",
        "draft": shape.flag(False, "draft"),
        "payment_status": shape.whole(0, "payment_status"),
        "currency_code": "EGP",
        "summary_subtotal": shape.number(sum_of_lines, "summary_subtotal"),
        "summary_total": shape.number(sum_of_lines, "summary_total"),
        "summary_paid": shape.number(Decimal(0), "summary_paid"),
        "summary_unpaid": shape.number(sum_of_lines, "summary_unpaid"),
        "Client": shape.relation({"id": str(client_id), "business_name": f"Client {client_id}", "type": "3"}),
    }
    if stored.custom:
        fields["InvoiceCustomField"] = stored.custom
    if detail:
        fields["InvoiceItem"] = [_line(line, number, shape) for number, line in enumerate(stored.lines, 1)]
        fields |= {"InvoicePayment": [], "InvoiceTax": []}
    return fields


def _line(line: dict[str, Any], number: int, shape: _Shape) -> dict[str, Any]:
    price = Decimal(str(line.get("unit_price") or 0))
    quantity = Decimal(str(line.get("quantity") or 1))
    return {
        **line,
        "id": str(number),
        "unit_price": shape.number(price, "unit_price"),
        "quantity": shape.number(quantity, "quantity"),
        "subtotal": shape.number(price * quantity, "subtotal"),
        "tax1": None,
        "tax2": None,
        "Product": [],
    }
