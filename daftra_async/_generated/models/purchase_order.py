from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .enums import InvoicePaymentStatus, PurchaseOrderType, ReceiptState
from .order_custom_field import OrderCustomField
from .purchase_invoice_payment import PurchaseInvoicePayment
from .purchase_invoice_tax import PurchaseInvoiceTax
from .purchase_order_item import PurchaseOrderItem as _PurchaseOrderItem
from .staff import Staff as _Staff
from .supplier import Supplier as _Supplier

if TYPE_CHECKING:
    from .purchase_order_draft import PurchaseOrderDraft


class PurchaseOrder(Record, frozen=True, kw_only=True):
    """One of the account's purchase orders."""

    id: int = NO_ID
    """The record's id, set by the server."""
    no: str | None = None
    """The document's number as printed; the server numbers documents that have none."""
    type: PurchaseOrderType | None = None
    supplier_id: int | None = None
    """The supplier's id."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    date: Date | None = None
    """The date of the document."""
    issue_date: Date | None = None
    """The date of issue."""
    received_date: Date | None = None
    """The day on which the goods arrived."""
    is_received: ReceiptState | None = None
    """Whether the goods have arrived."""
    payment_status: InvoicePaymentStatus | None = None
    """How much of it is paid."""
    draft: bool | None = None
    """A draft is not issued and not booked."""
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_amount: Decimal | None = None
    """Discount as an amount."""
    deposit: Decimal | None = None
    """The deposit asked for."""
    summary_subtotal: Decimal | None = None
    """Sum of the lines before discount and tax."""
    summary_discount: Decimal | None = None
    """Total discount."""
    summary_tax1: Decimal | None = None
    """Amount of the first tax."""
    summary_tax2: Decimal | None = None
    """Amount of the second tax."""
    summary_total: Decimal | None = None
    """The amount to pay, taxes included."""
    summary_paid: Decimal | None = None
    """What has been paid so far."""
    summary_unpaid: Decimal | None = None
    """What is still to be paid."""
    summary_deposit: Decimal | None = None
    """The deposit, as an amount."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    terms: str | None = None
    """Terms printed on the document."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    branch_id: int | None = None
    """The branch it belongs to."""
    work_order_id: int | None = None
    """The work order it belongs to."""
    cost_center_id: int | None = None
    """The cost center it is booked on."""
    supplier_business_name: str | None = None
    supplier_email: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    items: list[_PurchaseOrderItem] = wire_field(default_factory=list, name="PurchaseOrderItem")
    supplier: _Supplier | None = wire_field(default=None, name="Supplier")
    staff: _Staff | None = wire_field(default=None, name="Staff")
    custom_fields: list[OrderCustomField] = wire_field(default_factory=list, name="PurchaseOrderCustomField")
    attachments: list[Any] = wire_field(default_factory=list, name="Attachments")
    taxes: list[PurchaseInvoiceTax] = wire_field(default_factory=list, name="PurchaseOrderTax")
    payments: list[PurchaseInvoicePayment] = wire_field(default_factory=list, name="PurchaseOrderPayment")
    invoice_layout_id: int | None = None
    """The print layout."""
    language_id: int | None = None
    """The id of the language that the document is printed in."""

    def to_draft(self) -> PurchaseOrderDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .purchase_order_draft import PurchaseOrderDraft

        return PurchaseOrderDraft.from_record(self)
