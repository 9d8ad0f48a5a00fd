"""The drafts that clients submit: every process makes the same ones from a count.

Each carries a tag in its text. The tag is how the server's log and the judge tell drafts apart; the product knows
nothing of it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from attrs import frozen

UNKNOWN_CLIENT = 999_999
_TAG = re.compile(r"tag-\d{5}")


@frozen
class Draft:
    """``valid`` is whether the server accepts it."""

    tag: str
    body: dict[str, Any]
    valid: bool = True


def tag_of(element: object) -> str | None:
    """The tag inside a submitted element, wherever a client may have moved it."""
    found = _TAG.search(json.dumps(element))
    return found.group() if found else None


def make_drafts(kind: str, count: int, *, own_keys: bool = False, twins: bool = False) -> list[Draft]:
    """``own_keys``: each has a ``po_number``, often a part of others; ``twins``: they come in equal pairs."""
    return [_draft(kind, number - number % 2 if twins else number, own_keys) for number in range(count)]


def _draft(kind: str, number: int, own_keys: bool) -> Draft:
    tag = f"tag-{number:05d}"
    day = f"2026-11-{1 + number % 28:02d}"
    price = f"{3 + number % 97}.{number % 100:02d}"
    if kind == "expenses":
        return Draft(tag, {"Expense": {"amount": price, "date": day, "vendor": "Nile Paper", "note": tag}})
    if kind == "clients":
        return Draft(tag, {"Client": {"business_name": f"Trader {tag}", "type": 3, "city": "Giza"}})
    if kind == "invoice_payments":
        payment = {"invoice_id": 1 + number % 50, "payment_method": "cash", "amount": price, "notes": tag, "date": day}
        return Draft(tag, {"InvoicePayment": payment})
    valid = number % 37 != 36
    invoice: dict[str, Any] = {"client_id": 1 + number % 20 if valid else UNKNOWN_CLIENT, "date": day, "notes": tag}
    if own_keys:
        invoice["po_number"] = f"ORD-{number}"
    lines = [{"item": f"Paper {number % 5}", "unit_price": price, "quantity": 1 + number % 3}]
    return Draft(tag, {"Invoice": invoice, "InvoiceItem": lines}, valid)
