from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Date, Draft
from .deposit_type import DepositType
from .invoice_item_draft import InvoiceItemDraft
from .invoice_type import InvoiceType
from .payment_draft import PaymentDraft
from .requisition_delivery_status import RequisitionDeliveryStatus
from .shipping_option import ShippingOption


@attrs.define(kw_only=True)
class AdvancePaymentDraft(Draft):
    """What can be written of advance payments."""

    _wire_section: ClassVar[str | None] = "Invoice"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "payment": ("Payment", ""),
        "items": ("InvoiceItem", ""),
        "custom_fields": ("InvoiceCustomField", ""),
    }

    subscription_id: int | None | UnsetType = UNSET
    store_id: int | None | UnsetType = UNSET
    type: InvoiceType | int | None | UnsetType = UNSET
    po_number: str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    client_email: str | None | UnsetType = UNSET
    client_country_code: str | None | UnsetType = UNSET
    draft: bool | None | UnsetType = UNSET
    follow_up_status: int | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    is_offline: bool | None | UnsetType = UNSET
    currency_code: str | None | UnsetType = UNSET
    date: Date | str | None | UnsetType = UNSET
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
    requisition_delivery_status: RequisitionDeliveryStatus | int | None | UnsetType = UNSET
    pos_shift_id: int | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    payment: PaymentDraft | None | UnsetType = UNSET
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET
    custom_fields: list[str] | None | UnsetType = UNSET
