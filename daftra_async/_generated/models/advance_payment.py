from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record
from .advance_payment_source_type import AdvancePaymentSourceType
from .branch import Branch
from .client import Client
from .deposit_type import DepositType
from .invoice_item import InvoiceItem
from .invoice_layout import InvoiceLayout
from .invoice_payment import InvoicePayment
from .invoice_payment_status import InvoicePaymentStatus
from .invoice_type import InvoiceType
from .requisition_delivery_status import RequisitionDeliveryStatus
from .shipping_option import ShippingOption
from .store import Store

if TYPE_CHECKING:
    from .advance_payment_draft import AdvancePaymentDraft


@attrs.frozen(kw_only=True, repr=False)
class AdvancePayment(Record):
    """One of the account's advance payments."""

    id: int = NO_ID
    no: str | None = None
    date: Date | None = None
    staff_id: int | None = None
    subscription_id: int | None = None
    store_id: int | None = None
    type: InvoiceType | None = None
    po_number: str | None = None
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
    payment_status: InvoicePaymentStatus | None = None
    draft: bool | None = None
    discount: Decimal | None = None
    due_after: int | None = None
    issue_date: Date | None = None
    summary_subtotal: Decimal | None = None
    summary_discount: Decimal | None = None
    summary_total: Decimal | None = None
    summary_paid: Decimal | None = None
    summary_unpaid: Decimal | None = None
    terms_id: int | None = None
    html_notes: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    required_terms_file: bool | None = None
    last_sent: DateTime | None = None
    invoice_layout_id: int | None = None
    estimate_id: int | None = None
    shipping_option_id: int | None = None
    summary_refund: Decimal | None = None
    client_active_secondary_address: bool | None = None
    client_secondary_name: str | None = None
    client_secondary_address1: str | None = None
    client_secondary_address2: str | None = None
    client_secondary_city: str | None = None
    client_secondary_state: str | None = None
    client_secondary_postal_code: str | None = None
    client_secondary_country_code: str | None = None
    follow_up_status: int | None = None
    source_type: AdvancePaymentSourceType | None = None
    source_id: int | None = None
    sales_person_id: int | None = None
    extra_details: str | None = None
    discount_amount: Decimal | None = None
    shipping_amount: Decimal | None = None
    work_order_id: int | None = None
    item_columns: str | None = None
    branch_id: int | None = None
    requisition_delivery_status: RequisitionDeliveryStatus | None = None
    item_discount_amount: Decimal | None = None
    pos_shift_id: int | None = None
    requisitions: list[Any] = attrs.field(factory=list)
    adjustment_label: str | None = None
    adjustment_value: Decimal | None = None
    order_source_id: int | None = None
    store: Store | None = None
    clients: Client | None = None
    branch: Branch | None = None
    payment: list[InvoicePayment] = attrs.field(factory=list)
    invoice_item: list[InvoiceItem] = attrs.field(factory=list)
    invoice_documents: list[Any] = attrs.field(factory=list)
    invoice_custom_fields: list[Any] = attrs.field(factory=list)
    invoice_client: Client | None = None
    invoice_layout: InvoiceLayout | None = None
    invoice_installment_agreements: list[Any] = attrs.field(factory=list)
    invoice_requisitions: list[Any] = attrs.field(factory=list)
    journal_account_route: list[Any] = attrs.field(factory=list)
    invoice_appointments: list[Any] = attrs.field(factory=list)
    staff: Any | None = None
    work_orders: Any | None = None
    pos_shifts: Any | None = None
    invoice_source_order: Any | None = None
    custom_data: Any | None = None
    name: str | None = None
    deposit: Decimal | None = None
    deposit_type: DepositType | None = None
    notes: str | None = None
    shipping_options: ShippingOption | None = None

    def to_draft(self) -> AdvancePaymentDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .advance_payment_draft import AdvancePaymentDraft

        return AdvancePaymentDraft.from_record(self)
