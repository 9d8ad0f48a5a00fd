"""Answers captured from live accounts, their values made anonymous."""

from __future__ import annotations

from typing import Any

NAMED_CLIENT: dict[str, Any] = {
    "id": "1",
    "client_number": "000001",
    "business_name": "ACME",
    "first_name": "",
    "last_name": "",
    "email": "",
    "phone1": "+20100",
    "country_code": "EG",
    "created": "2026-09-24 01:10:36",
    "modified": "2026-09-24 01:10:36",
    "suspend": "0",
    "is_offline": "1",
    "type": "3",
    "site_id": "5000000",
    "starting_balance": None,
}
BARE_CLIENT: dict[str, Any] = {
    "id": "5",
    "client_number": "",
    "business_name": None,
    "first_name": None,
    "phone1": None,
    "created": "2026-01-05 16:34:09",
    "suspend": "0",
    "is_offline": "0",
}
INVOICE: dict[str, Any] = {
    "id": "1",
    "no": "000001",
    "draft": "0",
    "payment_status": 0,
    "summary_subtotal": 35000,
    "summary_total": 35000,
    "summary_paid": 0,
    "summary_unpaid": 35000,
    "currency_code": "EGP",
    "date": "25/09/2026",
    "client_id": "1",
    "client_business_name": "ACME",
    "Client": {"id": "1", "type": "3"},
    "InvoiceItem": [
        {
            "id": "1",
            "item": "Paper",
            "quantity": "1",
            "unit_price": "35000",
            "subtotal": 35000,
            "tax1": None,
            "tax2": None,
            "Product": {"id": "8", "name": "Paper"},
        }
    ],
    "InvoicePayment": [],
    "InvoiceTax": [],
}
BRANCHES: dict[str, Any] = {
    "current_page": 1,
    "data": [{"id": 1, "name": "Main Branch", "status": 1, "created": "2026-04-26 20:20:49"}],
    "from": 1,
    "last_page": 1,
    "links": [{"url": None, "label": "pagination.previous", "page": None, "active": False}],
    "next_page_url": None,
    "per_page": 20,
    "prev_page_url": None,
    "to": 1,
    "total": 1,
}
REFUSAL: dict[str, Any] = {
    "result": "failed",
    "code": 400,
    "message": "…",
    "validation_errors": {"Invoice": {"client_id": ["…"]}},
}
