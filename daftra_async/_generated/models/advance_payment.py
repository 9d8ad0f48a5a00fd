from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .branch import Branch
from .client import Client
from .enums import DepositType, InvoicePaymentStatus, InvoiceType, RequisitionDeliveryStatus, ShippingOption
from .invoice_item import InvoiceItem
from .invoice_layout import InvoiceLayout
from .invoice_payment import InvoicePayment
from .store import Store

if TYPE_CHECKING:
    from .advance_payment_draft import AdvancePaymentDraft


class AdvancePayment(Record, frozen=True, kw_only=True):
    """One of the account's advance payments."""

    id: int = NO_ID
    """The record's id, set by the server."""
    no: str | None = None
    """The document's number as printed; the server numbers documents that have none."""
    date: Date | None = None
    """The date of the document."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    subscription_id: int | None = None
    """The subscription that issued it."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    type: InvoiceType | None = None
    """19 marks an advance payment."""
    po_number: str | None = None
    """The purchase order number; free text, and a customary mark of one's own."""
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
    payment_status: InvoicePaymentStatus | None = None
    """How much of it is paid."""
    draft: bool | None = None
    """A draft is not issued and not booked."""
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    due_after: int | None = None
    """Days after issue until payment is due."""
    issue_date: Date | None = None
    """The date of issue."""
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
    terms_id: int | None = None
    html_notes: str | None = None
    """Notes as HTML."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    required_terms_file: bool | None = None
    last_sent: DateTime | None = None
    invoice_layout_id: int | None = None
    """The print layout."""
    estimate_id: int | None = None
    """The estimate it was made from."""
    shipping_option_id: int | None = None
    summary_refund: Decimal | None = None
    """What has been refunded."""
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
    source_type: InvoiceType | None = None
    """The kind of document it was made from."""
    source_id: int | None = None
    """The id of the document it was made from."""
    sales_person_id: int | None = None
    """The staff member who sold it."""
    extra_details: str | None = None
    """What an integration keeps beside it, as JSON text."""
    discount_amount: Decimal | None = None
    """Discount as an amount."""
    shipping_amount: Decimal | None = None
    """What shipping costs."""
    work_order_id: int | None = None
    """The work order it belongs to."""
    item_columns: str | None = None
    branch_id: int | None = None
    """The branch it belongs to."""
    requisition_delivery_status: RequisitionDeliveryStatus | None = None
    """How far the goods' delivery has come."""
    item_discount_amount: Decimal | None = None
    pos_shift_id: int | None = None
    """The point-of-sale shift it was made in."""
    requisitions: list[Any] = wire_field(default_factory=list)
    adjustment_label: str | None = None
    adjustment_value: Decimal | None = None
    order_source_id: int | None = None
    """The id of the channel that the order came through."""
    store: Store | None = None
    clients: Client | None = None
    branch: Branch | None = None
    payment: list[InvoicePayment] = wire_field(default_factory=list)
    invoice_item: list[InvoiceItem] = wire_field(default_factory=list)
    invoice_documents: list[Any] = wire_field(default_factory=list)
    invoice_custom_fields: list[Any] = wire_field(default_factory=list)
    invoice_client: Client | None = None
    invoice_layout: InvoiceLayout | None = None
    invoice_installment_agreements: list[Any] = wire_field(default_factory=list)
    invoice_requisitions: list[Any] = wire_field(default_factory=list)
    journal_account_route: list[Any] = wire_field(default_factory=list)
    invoice_appointments: list[Any] = wire_field(default_factory=list)
    staff: Any = None
    work_orders: Any = None
    pos_shifts: Any = None
    invoice_source_order: Any = None
    custom_data: Any = None
    name: str | None = None
    """Its name, as people know it."""
    deposit: Decimal | None = None
    """The deposit asked for."""
    deposit_type: DepositType | None = None
    """Whether the deposit is paid."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    shipping_options: ShippingOption | None = None
    """Which address is shown for shipping."""

    def to_draft(self) -> AdvancePaymentDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .advance_payment_draft import AdvancePaymentDraft

        return AdvancePaymentDraft.from_record(self)
