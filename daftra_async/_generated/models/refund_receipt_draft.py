from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Date, Draft
from .deposit_type import DepositType
from .invoice_item_draft import InvoiceItemDraft
from .payment_draft import PaymentDraft
from .requisition_delivery_status import RequisitionDeliveryStatus
from .shipping_option import ShippingOption


@attrs.define(kw_only=True)
class RefundReceiptDraft(Draft):
    """What can be written of refund receipts."""

    _wire_section: ClassVar[str | None] = "RefundReceipt"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "items": ("InvoiceItem", ""),
        "payments": ("InvoicePayment", ""),
        "custom_field": ("InvoiceCustomField", ""),
        "deposit_record": ("Deposit", ""),
        "reminder": ("InvoiceReminder", ""),
        "document": ("Document", ""),
        "document_title": ("DocumentTitle", ""),
    }

    staff_id: int | None | UnsetType = UNSET
    subscription_id: int | None | UnsetType = UNSET
    store_id: int
    no: str | None | UnsetType = UNSET
    po_number: str | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    client_id: int
    is_offline: bool | None | UnsetType = UNSET
    currency_code: str | None | UnsetType = UNSET
    client_business_name: str | None | UnsetType = UNSET
    client_first_name: str | None | UnsetType = UNSET
    client_last_name: str | None | UnsetType = UNSET
    client_email: str | None | UnsetType = UNSET
    client_address1: str | None | UnsetType = UNSET
    client_address2: str | None | UnsetType = UNSET
    client_postal_code: str | None | UnsetType = UNSET
    client_city: str | None | UnsetType = UNSET
    client_state: str | None | UnsetType = UNSET
    client_country_code: str | None | UnsetType = UNSET
    date: Date | str | None | UnsetType = UNSET
    draft: bool | None | UnsetType = UNSET
    discount: Decimal | int | str | None | UnsetType = UNSET
    discount_amount: Decimal | int | str | None | UnsetType = UNSET
    deposit: Decimal | int | str | None | UnsetType = UNSET
    deposit_type: DepositType | int | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    html_notes: str | None | UnsetType = UNSET
    invoice_layout_id: int | None | UnsetType = UNSET
    estimate_id: int | None | UnsetType = UNSET
    shipping_options: ShippingOption | int | None | UnsetType = UNSET
    shipping_amount: Decimal | int | str | None | UnsetType = UNSET
    client_active_secondary_address: bool | None | UnsetType = UNSET
    client_secondary_name: str | None | UnsetType = UNSET
    client_secondary_address1: str | None | UnsetType = UNSET
    client_secondary_address2: str | None | UnsetType = UNSET
    client_secondary_city: str | None | UnsetType = UNSET
    client_secondary_state: str | None | UnsetType = UNSET
    client_secondary_postal_code: str | None | UnsetType = UNSET
    client_secondary_country_code: str | None | UnsetType = UNSET
    follow_up_status: int | None | UnsetType = UNSET
    work_order_id: int | None | UnsetType = UNSET
    requisition_delivery_status: RequisitionDeliveryStatus | int | None | UnsetType = UNSET
    pos_shift_id: int | None | UnsetType = UNSET
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET
    payments: list[PaymentDraft] | None | UnsetType = UNSET
    custom_field: dict[str, Any] | None | UnsetType = UNSET
    deposit_record: dict[str, Any] | None | UnsetType = UNSET
    reminder: dict[str, Any] | None | UnsetType = UNSET
    document: dict[str, Any] | None | UnsetType = UNSET
    document_title: dict[str, Any] | None | UnsetType = UNSET
