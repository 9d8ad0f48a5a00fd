from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record
from .client import Client as _Client
from .deposit_type import DepositType
from .invoice_item import InvoiceItem as _InvoiceItem
from .invoice_payment import InvoicePayment as _InvoicePayment
from .invoice_payment_status import InvoicePaymentStatus
from .invoice_type import InvoiceType
from .requisition_delivery_status import RequisitionDeliveryStatus
from .shipping_option import ShippingOption

if TYPE_CHECKING:
    from .invoice_draft import InvoiceDraft


@attrs.frozen(kw_only=True, repr=False)
class Invoice(Record):
    """One of the account's invoices."""

    id: int = NO_ID
    staff_id: int | None = None
    subscription_id: int | None = None
    store_id: int | None = None
    type: InvoiceType | None = None
    no: str | None = None
    po_number: str | None = None
    name: str | None = None
    branch_id: int | None = None
    client_id: int | None = None
    is_offline: bool | None = None
    currency_code: str | None = None
    client_business_name: str | None = None
    client_first_name: str | None = None
    client_last_name: str | None = None
    client_email: str | None = None
    client_address1: str | None = None
    client_address2: str | None = None
    client_postal_code: str | None = None
    client_city: str | None = None
    client_state: str | None = None
    client_country_code: str | None = None
    date: Date | None = None
    payment_status: InvoicePaymentStatus | None = None
    draft: bool | None = None
    discount: Decimal | None = None
    discount_amount: Decimal | None = None
    deposit: Decimal | None = None
    deposit_type: DepositType | None = None
    summary_subtotal: Decimal | None = None
    summary_discount: Decimal | None = None
    summary_total: Decimal | None = None
    summary_paid: Decimal | None = None
    summary_unpaid: Decimal | None = None
    summary_deposit: Decimal | None = None
    summary_refund: Decimal | None = None
    notes: str | None = None
    html_notes: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    invoice_layout_id: int | None = None
    estimate_id: int | None = None
    shipping_options: ShippingOption | None = None
    shipping_amount: Decimal | None = None
    client_active_secondary_address: bool | None = None
    client_secondary_name: str | None = None
    client_secondary_address1: str | None = None
    client_secondary_address2: str | None = None
    client_secondary_city: str | None = None
    client_secondary_state: str | None = None
    client_secondary_postal_code: str | None = None
    client_secondary_country_code: str | None = None
    follow_up_status: int | None = None
    work_order_id: int | None = None
    requisition_delivery_status: RequisitionDeliveryStatus | None = None
    pos_shift_id: int | None = None
    source_type: InvoiceType | None = None
    source_id: int | None = None
    qr_code_url: str | None = None
    invoice_html_url: str | None = None
    invoice_pdf_url: str | None = None
    Client: _Client | None = attrs.field(default=None, alias="client")
    InvoiceItem: list[_InvoiceItem] = attrs.field(factory=list, alias="items")
    InvoicePayment: list[_InvoicePayment] = attrs.field(factory=list, alias="payments")
    InvoiceCustomField: Any | None = attrs.field(default=None, alias="custom_field")
    Deposit: Any | None = attrs.field(default=None, alias="deposit_record")
    InvoiceReminder: Any | None = attrs.field(default=None, alias="reminder")
    Document: Any | None = attrs.field(default=None, alias="document")
    DocumentTitle: Any | None = attrs.field(default=None, alias="document_title")
    client_currency_code: str | None = None
    issue_date: Date | None = None
    due_after: int | None = None
    terms: str | None = None
    order_source_id: int | None = None
    language_id: int | None = None
    date_format: str | None = None
    cost_center_id: int | None = None
    sales_person_id: int | None = None
    terminal_id: str | None = None
    unique_id: str | None = None

    @property
    def client(self) -> _Client | None:
        """`Client` in the server's answer."""
        return self.Client

    @property
    def items(self) -> list[_InvoiceItem]:
        """`InvoiceItem` in the server's answer."""
        return self.InvoiceItem

    @property
    def payments(self) -> list[_InvoicePayment]:
        """`InvoicePayment` in the server's answer."""
        return self.InvoicePayment

    @property
    def custom_field(self) -> Any | None:
        """`InvoiceCustomField` in the server's answer."""
        return self.InvoiceCustomField

    @property
    def deposit_record(self) -> Any | None:
        """`Deposit` in the server's answer."""
        return self.Deposit

    @property
    def reminder(self) -> Any | None:
        """`InvoiceReminder` in the server's answer."""
        return self.InvoiceReminder

    @property
    def document(self) -> Any | None:
        """`Document` in the server's answer."""
        return self.Document

    @property
    def document_title(self) -> Any | None:
        """`DocumentTitle` in the server's answer."""
        return self.DocumentTitle

    def to_draft(self) -> InvoiceDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .invoice_draft import InvoiceDraft

        return InvoiceDraft.from_record(self)
