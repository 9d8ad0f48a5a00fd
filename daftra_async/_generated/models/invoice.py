from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .client import Client as _Client
from .enums import DepositType, InvoicePaymentStatus, InvoiceType, RequisitionDeliveryStatus, ShippingOption
from .invoice_item import InvoiceItem as _InvoiceItem
from .invoice_payment import InvoicePayment as _InvoicePayment
from .invoice_tax import InvoiceTax as _InvoiceTax

if TYPE_CHECKING:
    from .invoice_draft import InvoiceDraft


class Invoice(Record, frozen=True, kw_only=True):
    """One of the account's invoices."""

    id: int = NO_ID
    """The record's id, set by the server."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    subscription_id: int | None = None
    """The subscription that issued it."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    type: InvoiceType | None = None
    """Which kind of document it is: invoices, estimates and credit notes share one table."""
    no: str | None = None
    """The document's number as printed; the server numbers documents that have none."""
    po_number: str | None = None
    """The purchase order number; free text, and a customary mark of one's own."""
    name: str | None = None
    """Its name, as people know it."""
    client_id: int | None = None
    """The client's id."""
    is_offline: bool | None = None
    """Whether the client has no account for the client area."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    client_business_name: str | None = None
    """The client's business name at the time of issue."""
    client_first_name: str | None = None
    """The client's first name at the time of issue."""
    client_last_name: str | None = None
    """The client's last name at the time of issue."""
    client_email: str | None = None
    """The client's e-mail; needed when the client is invoiced by e-mail."""
    client_address1: str | None = None
    """The client's street and house at the time of issue."""
    client_address2: str | None = None
    """The second line of that address."""
    client_postal_code: str | None = None
    """The postal code of that address."""
    client_city: str | None = None
    """The city of that address."""
    client_state: str | None = None
    """The state or governorate of that address."""
    client_country_code: str | None = None
    """ISO 3166 code of that address's country, such as EG."""
    date: Date | None = None
    """The date of the document."""
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
    deposit_type: DepositType | None = None
    """Whether the deposit is paid."""
    summary_subtotal: Decimal | None = None
    """Sum of the lines before discount and tax."""
    summary_discount: Decimal | None = None
    """Total discount."""
    summary_total: Decimal | None = None
    """The amount to pay, taxes included."""
    summary_paid: Decimal | None = None
    """What has been paid so far."""
    summary_unpaid: Decimal | None = None
    """What is still to be paid."""
    summary_deposit: Decimal | None = None
    """The deposit, as an amount."""
    summary_refund: Decimal | None = None
    """What has been refunded."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    html_notes: str | None = None
    """Notes as HTML."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    invoice_layout_id: int | None = None
    """The print layout."""
    estimate_id: int | None = None
    """The estimate it was made from."""
    shipping_options: ShippingOption | None = None
    """Which address is shown for shipping."""
    shipping_amount: Decimal | None = None
    """What shipping costs."""
    client_active_secondary_address: bool | None = None
    """Whether the document shows a second address, for delivery."""
    client_secondary_name: str | None = None
    """Who takes delivery."""
    client_secondary_address1: str | None = None
    """Street and house of the delivery address."""
    client_secondary_address2: str | None = None
    """The second line of the delivery address."""
    client_secondary_city: str | None = None
    """The city of the delivery address."""
    client_secondary_state: str | None = None
    """The state or governorate of the delivery address."""
    client_secondary_postal_code: str | None = None
    """The postal code of the delivery address."""
    client_secondary_country_code: str | None = None
    """ISO 3166 code of the delivery address's country."""
    follow_up_status: int | None = None
    """The id of its follow-up status."""
    work_order_id: int | None = None
    """The work order it belongs to."""
    requisition_delivery_status: RequisitionDeliveryStatus | None = None
    """How far the goods' delivery has come."""
    pos_shift_id: int | None = None
    """The point-of-sale shift it was made in."""
    source_type: InvoiceType | None = None
    """The kind of document it was made from."""
    source_id: int | None = None
    """The id of the document it was made from."""
    qr_code_url: str | None = None
    """Image of the e-invoice code; its payload is in the d64 parameter."""
    invoice_html_url: str | None = None
    """Opens in a browser that is logged in; an API key does not open it."""
    invoice_pdf_url: str | None = None
    """Opens in a browser that is logged in; an API key does not open it."""
    branch_id: int | None = None
    """The branch it belongs to."""
    client: _Client | None = wire_field(default=None, name="Client")
    """The client that it belongs to, as it is now."""
    items: list[_InvoiceItem] = wire_field(default_factory=list, name="InvoiceItem")
    """Its lines."""
    payments: list[_InvoicePayment] = wire_field(default_factory=list, name="InvoicePayment")
    """The payments made on it."""
    custom_field: Any = wire_field(default=None, name="InvoiceCustomField")
    """Values of the account's own fields."""
    deposit_record: Any = wire_field(default=None, name="Deposit")
    """The deposit paid on it."""
    reminder: Any = wire_field(default=None, name="InvoiceReminder")
    """Reminders that were sent about it."""
    document: Any = wire_field(default=None, name="Document")
    """Files attached to it."""
    document_title: Any = wire_field(default=None, name="DocumentTitle")
    """Titles of the attached files."""
    client_currency_code: str | None = None
    """ISO 4217 code of the currency that the client is invoiced in."""
    issue_date: Date | None = None
    """The date of issue."""
    due_after: int | None = None
    """Days after issue until payment is due."""
    terms: str | None = None
    """Terms printed on the document."""
    order_source_id: int | None = None
    """The id of the channel that the order came through."""
    language_id: int | None = None
    """The id of the language that the document is printed in."""
    date_format: str | None = None
    """How the account shows dates, such as DD/MM/YYYY."""
    cost_center_id: int | None = None
    """The cost center it is booked on."""
    sales_person_id: int | None = None
    """The staff member who sold it."""
    terminal_id: str | None = None
    """The id of the point of sale that issued it."""
    unique_id: str | None = None
    """A mark of one's own."""
    taxes: list[_InvoiceTax] = wire_field(default_factory=list, name="InvoiceTax")
    """Its taxes, each summed over the lines."""

    def to_draft(self) -> InvoiceDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .invoice_draft import InvoiceDraft

        return InvoiceDraft.from_record(self)
