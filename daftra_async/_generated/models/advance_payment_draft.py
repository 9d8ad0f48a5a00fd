from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Date, Draft
from .invoice_item_draft import InvoiceItemDraft
from .payment_draft import PaymentDraft


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
    type: int | None | UnsetType = UNSET
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
    deposit_type: int | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    html_notes: str | None | UnsetType = UNSET
    invoice_layout_id: int | None | UnsetType = UNSET
    estimate_id: int | None | UnsetType = UNSET
    shipping_options: str | None | UnsetType = UNSET
    shipping_amount: Decimal | int | str | None | UnsetType = UNSET
    requisition_delivery_status: Any | None | UnsetType = UNSET
    pos_shift_id: int | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    payment: PaymentDraft | None | UnsetType = UNSET
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET
    custom_fields: list[str] | None | UnsetType = UNSET
