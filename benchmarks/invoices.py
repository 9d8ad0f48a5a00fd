"""List pages of invoices with their clients, as the benchmarks decode them.

``of_account`` has the fields, the repeats and the gaps of an account with four hundred clients: the list endpoint
copies the client's name and address into each invoice, most amounts besides the totals are zero, most references are
null. ``crowded`` fills every field, which no account does.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from daftra_async._generated.models import Client, Invoice, InvoiceItem, InvoicePayment, InvoiceTax, Product
from daftra_async._wire.shape import Field, shape

ROWS = 1000
"""Rows of a page."""

CLIENTS = 400

Row = dict[str, Any]
Rows = Callable[..., list[Row]]


def of_account(seed: int, *, start: int = 1) -> list[Row]:
    """One page, its ids from ``start``."""
    chance = random.Random(seed)
    return [_invoice(number, _client(chance.randint(1, CLIENTS)), chance) for number in range(start, start + ROWS)]


def _client(number: int) -> Row:
    chance = random.Random(number)
    sometimes = _sometimes(chance)
    return {
        "id": number,
        "is_offline": 1,
        "client_number": f"{number:06}",
        "staff_id": chance.randint(0, 9),
        "business_name": f"{chance.choice(('Nile', 'Delta', 'Sinai', 'Red Sea'))} Trading {number}",
        "first_name": sometimes(chance.choice(("Mona", "Omar", "Sara"))),
        "last_name": "",
        "email": sometimes(f"billing{number}@example.com"),
        "address1": sometimes(f"{chance.randint(1, 90)} Tahrir Street"),
        "address2": "",
        "city": sometimes(chance.choice(("Cairo", "Giza", "Alexandria", "Tanta"))),
        "state": "",
        "postal_code": "",
        "phone1": f"+2010{chance.randint(0, 10**8):08}",
        "phone2": "",
        "country_code": "EG",
        "notes": None,
        "active_secondary_address": 0,
        "secondary_name": None,
        "secondary_address1": None,
    }


def _invoice(number: int, client: Row, chance: random.Random) -> Row:
    sometimes = _sometimes(chance)
    day = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    written = f"{day} {chance.randint(8, 20):02}:{chance.randint(0, 59):02}:{chance.randint(0, 59):02}"
    known: Row = {
        "id": number,
        "staff_id": chance.randint(0, 9),
        "store_id": chance.randint(1, 4),
        "type": 0,
        "no": f"{number:06}",
        "po_number": sometimes(f"PO-{number}"),
        "branch_id": chance.randint(1, 3),
        "client_id": client["id"],
        "is_offline": True,
        "currency_code": "EGP",
        **_copied_from(client),
        "date": day,
        "draft": 0,
        **_amounts(chance),
        "notes": sometimes("Deliver before noon, ring twice"),
        "created": written,
        "modified": written,
        "invoice_layout_id": 1,
        "client_active_secondary_address": 0,
        "qr_code_url": f"https://acme.daftra.com/invoices/qr/{number}?d64={chance.getrandbits(256):064x}",
        "invoice_html_url": f"https://acme.daftra.com/invoices/view/{number}?hash={chance.getrandbits(128):032x}",
    }
    row = {field.name: known.get(field.name) for field in _scalars(Invoice, 60)}
    return {**row, "Client": client, "site_id": "5000000", "subscription_status": None}


def _copied_from(client: Row) -> Row:
    names = ("business_name", "first_name", "last_name", "email", "address1", "address2", "postal_code", "city")
    return {f"client_{name}": client[name] for name in (*names, "state", "country_code")}


def _amounts(chance: random.Random) -> Row:
    subtotal = chance.randint(100, 5_000_000) / 100
    discount = round(subtotal / 10, 4) if chance.random() < 0.2 else 0
    total = round(subtotal - discount, 4)
    paid = chance.choice((0, 0, total, round(total / 2, 4)))
    zeros = ("discount", "deposit", "deposit_type", "summary_deposit", "summary_refund")
    return {
        **dict.fromkeys(zeros, 0),
        "payment_status": 2 if paid == total else 1 if paid else 0,
        "discount_amount": discount,
        "summary_subtotal": subtotal,
        "summary_discount": discount,
        "summary_total": total,
        "summary_paid": paid,
        "summary_unpaid": round(total - paid, 4),
    }


def _sometimes(chance: random.Random) -> Callable[[str], str]:
    return lambda text: text if chance.random() < 0.4 else ""


def crowded(seed: int, *, start: int = 1) -> list[Row]:
    """One page in which every field is filled, its ids from ``start``."""
    chance = random.Random(seed)
    return [
        {
            **{field.name: _any_value(field, number, chance) for field in _scalars(Invoice, 60)},
            "Client": {field.name: _any_value(field, number, chance) for field in _scalars(Client, 20)},
        }
        for number in range(start, start + ROWS)
    ]


RELATED_ROWS = 200
"""Rows of a page of v2: each is as heavy as four of a list of v1."""


def bare(seed: int) -> list[Row]:
    """One page of v2 whose rows bring no relation."""
    rows = of_account(seed, start=seed * ROWS)[:RELATED_ROWS]
    return [{name: value for name, value in row.items() if name != "Client"} for row in rows]


def with_relations(seed: int) -> list[Row]:
    """One page of v2 whose rows bring every relation, under the names that v2 has for them, and some unknown ones."""
    chance = random.Random(seed)
    rows = of_account(seed, start=seed * ROWS)[:RELATED_ROWS]
    return [{**row, "clients": row.pop("Client"), **_relations(row["id"], chance)} for row in rows]


def _relations(number: int, chance: random.Random) -> Row:
    return {
        "invoice_item": [_line(number * 10 + place, chance) for place in range(chance.randint(1, 5))],
        "payment": [{**_filled(InvoicePayment, 12, chance), "id": number, "invoice_id": number}],
        "invoice_tax": [{**_filled(InvoiceTax, 8, chance), "id": number, "invoice_id": number}],
        "invoice_custom_field": {"id": number, "field_1": "north"},
        "deposits": {"id": number, "amount": 0},
        "invoice_reminder": [{"id": number, "days": 3}],
        "document": [{"id": number, "file": f"scan-{number}.pdf"}],
        "document_title": {"id": 1, "title": "Invoice"},
        "store": {"id": 1, "name": "Main store", "active": 1},
        "staff": {"id": 3, "name": "Sara", "role_id": 1},
        "branch": {"id": 1, "name": "Main Branch", "status": 1},
    }


def _line(number: int, chance: random.Random) -> Row:
    product = chance.randint(1, 300)
    return {
        **_filled(InvoiceItem, 16, chance),
        "id": number,
        "item": f"Article {product}",
        "quantity": chance.randint(1, 40),
        "unit_price": chance.randint(100, 500_000) / 100,
        "product": {**_filled(Product, 24, random.Random(product)), "id": product, "name": f"Article {product}"},
    }


def _filled(model: type[Any], most: int, chance: random.Random) -> Row:
    return {field.name: _any_value(field, 1, chance) for field in _scalars(model, most)}


def _any_value(field: Field, number: int, chance: random.Random) -> Any:
    match field.kind:
        case "int":
            return number if field.name == "id" else chance.randint(1, 90_000)
        case "enum":
            return chance.choice([member.value for member in field.type])
        case "decimal":
            return chance.choice((0, 35_000, chance.randint(0, 10**7) / 100, chance.randint(0, 10**9) / 10_000))
        case "bool":
            return chance.randint(0, 1)
        case "date":
            return f"2026-09-{chance.randint(1, 28):02}"
        case "datetime":
            return f"2026-09-{chance.randint(1, 28):02} 01:10:36"
    return f"{field.name.replace('_', ' ')} {chance.randint(1, 90_000)}"


def _scalars(model: type[Any], most: int) -> list[Field]:
    kinds = ("int", "enum", "decimal", "bool", "date", "datetime", "text")
    return [field for field in shape(model) if field.kind in kinds][:most]
