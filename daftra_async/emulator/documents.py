"""What a sales or purchase document adds up to: lines, taxes and discounts into totals, payments into a status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

import attrs

from .store import Store, Values

UNPAID, PARTIALLY_PAID, PAID, _REFUNDED, OVERPAID = 0, 1, 2, 3, 4
_PERCENTAGE = 1
_COMPLETED = 1
_ZERO = Decimal(0)
_PLACES = Decimal("0.0001")
_WIDE = Context(prec=60)
_BEYOND_BOOKKEEPING = 10**15


@attrs.frozen
class DocumentTables:
    """Where the parts of one kind of document lie."""

    document: str
    items: str
    payments: str
    taxes: str
    owner: str


SALES = DocumentTables("invoice", "invoice_item", "invoice_payment", "invoice_tax", "invoice_id")
PURCHASES = DocumentTables(
    "purchase_order", "purchase_order_item", "purchase_order_payment", "purchase_order_tax", "purchase_order_id"
)
DOCUMENTS: Mapping[str, DocumentTables] = {SALES.document: SALES, PURCHASES.document: PURCHASES}


@attrs.frozen
class LineTotal:
    """One line: what it costs before tax, and the tax of each of its taxes (id → amount)."""

    subtotal: Decimal
    taxes: Mapping[int, Decimal]


def line_total(line: Values, taxes: Mapping[int, Values]) -> LineTotal:
    """Price times quantity less the line's discount; an included tax is taken out of it, others come on top."""
    gross = _amount(line.get("unit_price")) * _amount(line.get("quantity"), default=Decimal(1))
    discount = _amount(line.get("discount"))
    net = gross - (gross * discount / 100 if line.get("discount_type") in (_PERCENTAGE, None) else discount)
    applied = [tax for name in ("tax1", "tax2") if (tax := taxes.get(_id(line.get(name)) or 0)) is not None]
    included = sum((_amount(tax.get("value")) for tax in applied if tax.get("included")), _ZERO)
    base = net / (1 + included / 100)
    return LineTotal(_rounded(base), {tax["id"]: _rounded(base * _amount(tax.get("value")) / 100) for tax in applied})


def document_totals(document: Values, lines: Iterable[LineTotal], paid: Decimal) -> Values:
    """The computed columns of a document: its ``summary_*`` amounts and its ``payment_status``."""
    totals = list(lines)
    subtotal = sum((line.subtotal for line in totals), _ZERO)
    tax = sum((amount for line in totals for amount in line.taxes.values()), _ZERO)
    discount = _rounded(subtotal * _amount(document.get("discount")) / 100) + _amount(document.get("discount_amount"))
    total = _rounded(subtotal - discount + tax + _amount(document.get("shipping_amount")))
    return {
        "summary_subtotal": subtotal,
        "summary_discount": discount,
        "summary_tax": tax,
        "summary_total": total,
        "summary_paid": paid,
        "summary_unpaid": max(total - paid, _ZERO),
        "summary_deposit": _amount(document.get("deposit")),
        "summary_refund": _amount(document.get("summary_refund")),
        "payment_status": _payment_status(total, paid),
    }


def settle(store: Store, table: str, id: int) -> None:
    """Recompute a document from its lines and payments, and write its tax rows anew."""
    tables = DOCUMENTS[table]
    document = store.get(table, id, deleted=True)
    if document is None:
        return
    lines = store.find(tables.items, tables.owner, id)
    taxes = {
        tax["id"]: tax
        for line in lines
        for tax_id in (_id(line.get("tax1")), _id(line.get("tax2")))
        if tax_id is not None and (tax := store.get("tax", tax_id, deleted=True)) is not None
    }
    totals = []
    for line in lines:
        totals.append(total := line_total(line, taxes))
        if line.get("subtotal") != total.subtotal:
            store.update(tables.items, line["id"], {"subtotal": total.subtotal}, touch=False)
    paid = sum(
        (_amount(row.get("amount")) for row in store.find(tables.payments, tables.owner, id) if _counts(row)), _ZERO
    )
    store.update(table, id, document_totals(document, totals, paid), touch=False)
    _write_taxes(store, tables, id, totals, taxes)


def _write_taxes(
    store: Store, tables: DocumentTables, id: int, totals: list[LineTotal], taxes: Mapping[int, Values]
) -> None:
    for row in store.find(tables.taxes, tables.owner, id):
        store.erase(tables.taxes, row["id"])
    for tax_id, tax in taxes.items():
        amounts = [line for line in totals if tax_id in line.taxes]
        store.insert(
            tables.taxes,
            {
                tables.owner: id,
                "tax_id": tax_id,
                "name": tax.get("name"),
                "value": tax.get("value"),
                "included": tax.get("included"),
                "subtotal": sum((line.subtotal for line in amounts), _ZERO),
                "invoice_value": sum((line.taxes[tax_id] for line in amounts), _ZERO),
            },
        )


def _payment_status(total: Decimal, paid: Decimal) -> int:
    if paid > total:
        return OVERPAID
    if paid == _ZERO:
        return UNPAID
    return PAID if paid == total else PARTIALLY_PAID


def _counts(payment: Values) -> bool:
    return payment.get("status") in (None, _COMPLETED)


def _id(value: Any) -> int | None:
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() else None


def _amount(value: Any, *, default: Decimal = _ZERO) -> Decimal:
    if value is None or value == "":
        return default
    try:
        amount = Decimal(value) if isinstance(value, (Decimal, int, str)) else _ZERO
    except ArithmeticError:
        return _ZERO
    return amount if amount.is_finite() and abs(amount) < _BEYOND_BOOKKEEPING else _ZERO


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_PLACES, rounding=ROUND_HALF_UP, context=_WIDE)
