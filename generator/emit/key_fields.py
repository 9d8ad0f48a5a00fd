"""Which records can be found again by a key that was written into one of their fields: those can be created in bulk.

A resource is here if its records are created, listed and read one by one under the v1 API, and if one of their text
fields is stored as it is written and shown again. The v2 entities are not: their creates answer in other shapes, and
their records are few. Nor are records that only have a name for people (stores, treasuries, taxes, accounts).
"""

from __future__ import annotations

from collections.abc import Mapping

KEY_FIELDS: Mapping[str, tuple[str, ...]] = {
    "client_appointments": ("body",),
    "client_payments": ("transaction_id", "notes"),
    "clients": ("client_number", "notes"),
    "credit_notes": ("po_number", "no"),
    "estimate_appointments": ("body",),
    "estimates": ("po_number", "no"),
    "expenses": ("note",),
    "incomes": ("note",),
    "invoice_appointments": ("body",),
    "invoice_payments": ("transaction_id", "notes"),
    "invoices": ("po_number", "no"),
    "journals": ("description", "number"),
    "products": ("product_code", "barcode"),
    "purchase_invoices": ("no",),
    "purchase_refunds": ("no",),
    "refund_receipts": ("po_number", "no"),
    "requisitions": ("notes", "number"),
    "stock_transactions": ("notes",),
    "suppliers": ("supplier_number", "notes"),
    "time_tracking": ("notes",),
    "work_order_appointments": ("body",),
    "work_orders": ("number", "description"),
}
"""Resource → the fields of its draft's main section that can carry a key, the best first."""
