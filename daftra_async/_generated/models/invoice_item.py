from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record
from .discount_type import DiscountType


@attrs.frozen(kw_only=True, repr=False)
class InvoiceItem(Record):
    """One of the account's invoice items."""

    id: int = NO_ID
    invoice_id: int | None = None
    item: str | None = None
    description: str | None = None
    unit_price: Decimal | None = None
    quantity: Decimal | None = None
    tax1: int | None = None
    tax2: int | None = None
    summary_tax1: Decimal | None = None
    summary_tax2: Decimal | None = None
    subtotal: Decimal | None = None
    product_id: int | None = None
    col_3: str | None = None
    col_4: str | None = None
    col_5: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    discount: Decimal | None = None
    discount_type: DiscountType | None = None
    store_id: int | None = None
    calculated_discount: Decimal | None = None
    unit_factor: Decimal | None = None
    unit_small_name: str | None = None
    unit_name: str | None = None
    display_order: int | None = None
    col_6: str | None = None
    col_7: str | None = None
    col_8: str | None = None
    unit_factor_id: int | None = None
    offer_id: int | None = None
    tracking_data: str | None = None
    serials: Any | None = None
    extra_details: str | None = None
    sales_account_id: int | None = None
    cost_center_id: int | None = None
    sales_person_id: int | None = None
    lot: list[int] = attrs.field(factory=list)
    expiry_date: list[Date] = attrs.field(factory=list)
