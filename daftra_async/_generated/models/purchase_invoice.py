from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .purchase_invoice_item import PurchaseInvoiceItem
from .purchase_invoice_payment import PurchaseInvoicePayment
from .purchase_invoice_tax import PurchaseInvoiceTax
from .staff import Staff
from .supplier import Supplier as _Supplier

if TYPE_CHECKING:
    from .purchase_invoice_draft import PurchaseInvoiceDraft


class PurchaseInvoice(Record, frozen=True, kw_only=True):
    """One of the account's purchase invoices."""

    id: int = NO_ID
    """The record's id, set by the server."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    no: str | None = None
    """The document's number as printed; the server numbers documents that have none."""
    supplier_id: int | None = None
    """The supplier's id."""
    is_offline: bool | None = None
    """Whether the client has no account for the client area."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    supplier_business_name: str | None = None
    supplier_first_name: str | None = None
    supplier_last_name: str | None = None
    supplier_email: str | None = None
    supplier_address1: str | None = None
    supplier_address2: str | None = None
    supplier_postal_code: str | None = None
    supplier_city: str | None = None
    supplier_state: str | None = None
    supplier_country_code: str | None = None
    date: Date | None = None
    """The date of the document."""
    draft: bool | None = None
    """A draft is not issued and not booked."""
    supplier_active_secondary_address: bool | None = wire_field(default=None, name="Supplier_active_secondary_address")
    supplier_secondary_country_code: str | None = wire_field(default=None, name="Supplier_secondary_country_code")
    supplier_secondary_name: str | None = wire_field(default=None, name="Supplier_secondary_name")
    supplier_secondary_address1: str | None = wire_field(default=None, name="Supplier_secondary_address1")
    supplier_secondary_address2: str | None = wire_field(default=None, name="Supplier_secondary_address2")
    supplier_secondary_city: str | None = wire_field(default=None, name="Supplier_secondary_city")
    supplier_secondary_state: str | None = wire_field(default=None, name="Supplier_secondary_state")
    supplier_secondary_postal_code: str | None = wire_field(default=None, name="Supplier_secondary_postal_code")
    is_received: bool | None = None
    """Whether the goods have arrived."""
    received_date: DateTime | None = None
    """The day on which the goods arrived."""
    supplier: _Supplier | None = wire_field(default=None, name="Supplier")
    staff: Staff | None = None
    items: list[PurchaseInvoiceItem] = wire_field(default_factory=list, name="PurchaseOrderItem")
    taxes: list[PurchaseInvoiceTax] = wire_field(default_factory=list, name="PurchaseOrderTax")
    custom_field: Any = wire_field(default=None, name="PurchaseOrderCustomField")
    payments: list[PurchaseInvoicePayment] = wire_field(default_factory=list, name="PurchaseOrderPayment")

    def to_draft(self) -> PurchaseInvoiceDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .purchase_invoice_draft import PurchaseInvoiceDraft

        return PurchaseInvoiceDraft.from_record(self)
