"""Which table each documented path keeps its records in, and how the tables hang together. Data only."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs


@attrs.frozen
class Collection:
    """A table, and the column values that mark the records of one path or entity in it."""

    table: str
    fixed: Mapping[str, int] = attrs.field(factory=dict)


@attrs.frozen
class Relation:
    """A tie between tables. To many: ``column`` of the related table names the owner. To one: ``column`` is our own."""

    table: str
    column: str
    many: bool
    v1: str | None
    v2: str | None


INVOICE, SUBSCRIPTION, ESTIMATE, CREDIT_NOTE, REFUND, BOOKING, SALES_ORDER, ADVANCE_PAYMENT = 0, 2, 3, 5, 6, 8, 12, 19
PURCHASE_INVOICE, PURCHASE_REFUND, PURCHASE_ORDER, PURCHASE_DEBIT_NOTE = 0, 6, 13, 16

V1_COLLECTIONS: Mapping[str, Collection] = {
    "invoices": Collection("invoice", {"type": INVOICE}),
    "estimates": Collection("invoice", {"type": ESTIMATE}),
    "credit_notes": Collection("invoice", {"type": CREDIT_NOTE}),
    "refund_receipts": Collection("invoice", {"type": REFUND}),
    "bookings": Collection("invoice", {"type": BOOKING}),
    "subscriptions": Collection("invoice", {"type": SUBSCRIPTION}),
    "sales_orders": Collection("invoice", {"type": SALES_ORDER}),
    "purchase_orders": Collection("purchase_order", {"type": PURCHASE_ORDER}),
    "purchase_invoices": Collection("purchase_order", {"type": PURCHASE_INVOICE}),
    "purchase_refunds": Collection("purchase_order", {"type": PURCHASE_REFUND}),
    "client_appointments": Collection("follow_up_reminder", {"item_type": 1}),
    "invoice_appointments": Collection("follow_up_reminder", {"item_type": 2}),
    "estimate_appointments": Collection("follow_up_reminder", {"item_type": 3}),
    "work_order_appointments": Collection("follow_up_reminder", {"item_type": 4}),
    "notes": Collection("post"),
    "time_tracking": Collection("time_tracking"),
    "client-attendance-log": Collection("client_attendance_log"),
    "staff": Collection("staff"),
    "taxes": Collection("tax"),
    "branches": Collection("branch"),
    "follow_up_statuses": Collection("follow_up_status"),
    "follow_up_actions": Collection("follow_up_action"),
    "treasuries": Collection("treasury"),
    "product_categories": Collection("product_category"),
}
"""Paths of v1 whose table is not simply the singular of their name."""

ENTITIES: Mapping[str, Collection] = {
    "estimate": Collection("invoice", {"type": ESTIMATE}),
    "credit_note": Collection("invoice", {"type": CREDIT_NOTE}),
    "refund_receipt": Collection("invoice", {"type": REFUND}),
    "booking": Collection("invoice", {"type": BOOKING}),
    "purchase_refund": Collection("purchase_order", {"type": PURCHASE_REFUND}),
    "purchase_debit_note": Collection("purchase_order", {"type": PURCHASE_DEBIT_NOTE}),
    "note": Collection("post"),
}
"""v2 entities that are views of another table."""

UNDOCUMENTED_CALLS_ENTITIES = frozenset(
    {
        "invoice", "estimate", "credit_note", "refund_receipt", "client", "supplier", "work_order",
        "follow_up_reminder", "invoice_payment", "product", "journal", "journal_account", "journal_cat", "expense",
        "income", "tax", "purchase_refund", "store", "treasury", "product_category", "staff",
        "client_attendance_log", "follow_up_action", "follow_up_status", "purchase_order", "shift_day", "contract",
        "invoice_installment_agreement", "installment", "agreement_installment", "payslip", "invoice_item", "post",
        "product_bundle", "tracking_number", "requisition", "requisition_item", "branch", "journal_transaction",
        "purchase_order_item", "time_tracking", "stock_transaction",
    }
)  # fmt: skip
"""Entities that the documentation's page on fetching names, and the tables that v1 shares with v2."""

MODEL_ALIASES: Mapping[str, tuple[str, ...]] = {
    "Appointment": (
        "FollowUpReminder", "ClientAppointment", "InvoiceAppointment", "EstimateAppointment", "WorkOrderAppointment",
    ),
}  # fmt: skip
"""Wrapper keys that requests may use besides the one that answers carry."""


def _one(table: str, column: str, v1: str | None = None, v2: str | None = None) -> Relation:
    return Relation(table, column, many=False, v1=v1, v2=v2 or table)


def _many(table: str, column: str, v1: str | None = None, v2: str | None = None) -> Relation:
    return Relation(table, column, many=True, v1=v1, v2=v2 or table)


RELATIONS: Mapping[str, tuple[Relation, ...]] = {
    "invoice": (
        _one("client", "client_id", "Client", "clients"),
        _many("invoice_item", "invoice_id", "InvoiceItem"),
        _many("invoice_payment", "invoice_id", "InvoicePayment", "payment"),
        _many("invoice_tax", "invoice_id", "InvoiceTax"),
        _one("store", "store_id"),
        _one("branch", "branch_id"),
        _one("client", "client_id", None, "invoice_client"),
        _many("invoice_installment_agreement", "invoice_id", None, "invoice_installment_agreements"),
    ),
    "invoice_item": (_one("product", "product_id", "Product"), _one("invoice", "invoice_id")),
    "invoice_payment": (_one("invoice", "invoice_id"), _one("treasury", "treasury_id")),
    "invoice_tax": (_one("tax", "tax_id"),),
    "purchase_order": (
        _one("supplier", "supplier_id", "Supplier"),
        _many("purchase_order_item", "purchase_order_id", "PurchaseOrderItem"),
        _many("purchase_order_payment", "purchase_order_id", "PurchaseOrderPayment"),
        _many("purchase_order_tax", "purchase_order_id", "PurchaseOrderTax"),
    ),
    "purchase_order_item": (_one("product", "product_id", "Product"), _one("purchase_order", "purchase_order_id")),
    "journal": (_many("journal_transaction", "journal_id", "JournalTransaction"),),
    "journal_transaction": (_one("journal_account", "journal_account_id"), _one("journal", "journal_id")),
    "requisition": (_many("requisition_item", "requisition_id", "RequisitionItem"), _one("store", "store_id")),
    "requisition_item": (_one("product", "product_id"), _one("requisition", "requisition_id")),
    "work_order": (_one("client", "client_id"),),
    "credit_charge": (_one("client", "client_id"), _one("credit_type", "credit_type_id")),
    "credit_usage": (_one("client", "client_id"), _one("credit_type", "credit_type_id")),
    "charge_usage": (_one("credit_charge", "credit_charge_id"), _one("credit_usage", "credit_usage_id")),
    "credit_type_package": (_one("credit_type", "credit_type_id"), _one("package", "package_id")),
    "expense": (_one("treasury", "treasury_id"),),
    "income": (_one("treasury", "treasury_id"),),
}
"""The ties between tables by owner. Tables not named here have the ties that their ``*_id`` columns tell."""

SECTION_RELATIONS: Mapping[str, str] = {"Payment": "InvoicePayment"}
"""Sections of a request body that answers name differently."""

REFERENCES: Mapping[str, Mapping[str, str]] = {
    "invoice": {"client_id": "client"},
    "purchase_order": {"supplier_id": "supplier"},
    "invoice_payment": {"invoice_id": "invoice"},
    "client_payment": {"client_id": "client"},
    "credit_charge": {"client_id": "client", "credit_type_id": "credit_type"},
    "credit_usage": {"client_id": "client", "credit_type_id": "credit_type"},
}
"""Columns that must name an existing record, by table."""

_OF_A_LINE = {"product_id": "product", "tax1": "tax", "tax2": "tax", "store_id": "store"}
FURTHER_REFERENCES: Mapping[str, Mapping[str, str]] = {
    "invoice": {"store_id": "store"},
    "purchase_order": {"store_id": "store"},
    "invoice_item": _OF_A_LINE,
    "purchase_order_item": _OF_A_LINE,
    "invoice_payment": {"treasury_id": "treasury"},
    "client_payment": {"treasury_id": "treasury"},
    "expense": {"treasury_id": "treasury"},
    "income": {"treasury_id": "treasury"},
}
"""Columns that name a record of which the server is not known to look whether it exists."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "invoice": ("client_id",),
    "purchase_order": ("supplier_id",),
    "invoice_payment": ("invoice_id",),
    "client_payment": ("client_id",),
    "product": ("name",),
    "tax": ("name",),
    "store": ("name",),
    "treasury": ("name",),
}
"""Columns without which nothing is created, by table."""

GUARDED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "client": (("invoice", "client_id"), ("credit_charge", "client_id")),
    "supplier": (("purchase_order", "supplier_id"),),
    "product": (("invoice_item", "product_id"), ("purchase_order_item", "product_id")),
    "tax": (("invoice_tax", "tax_id"),),
    "treasury": (("invoice_payment", "treasury_id"),),
    "store": (("invoice", "store_id"),),
}
"""A record is not deleted while one of these (table, column) names it."""

_IRREGULAR = {"staff": "staff", "taxes": "tax", "branches": "branch", "notes": "post"}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def snake(name: str) -> str:
    """``InvoiceItem`` → ``invoice_item``."""
    return _CAMEL.sub("_", name).lower()


def v1_collection(segment: str) -> Collection:
    """The collection behind the first segment of a v1 path: ``clients`` → the table ``client``."""
    if segment in V1_COLLECTIONS:
        return V1_COLLECTIONS[segment]
    singular = segment[:-3] + "y" if segment.endswith("ies") else segment.removesuffix("s")
    return Collection(_IRREGULAR.get(segment, singular))


def v2_collection(entity: str) -> Collection:
    """The collection behind a v2 entity."""
    return ENTITIES.get(entity) or Collection(entity)


def relations(table: str, columns: Mapping[str, object]) -> tuple[Relation, ...]:
    """The declared ties of a table, or those that its ``*_id`` columns tell."""
    if table in RELATIONS:
        return RELATIONS[table]
    return tuple(
        Relation(column[:-3], column, many=False, v1=None, v2=column[:-3])
        for column in columns
        if column.endswith("_id") and column != "site_id"
    )
