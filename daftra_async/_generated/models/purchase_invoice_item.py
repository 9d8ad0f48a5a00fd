from __future__ import annotations

from decimal import Decimal

import attrs

from ...wire.record import NO_ID, DateTime, Record
from .discount_type import DiscountType


@attrs.frozen(kw_only=True, repr=False)
class PurchaseInvoiceItem(Record):
    """One of the account's purchase invoice items."""

    id: int = NO_ID
    product_id: int | None = None
    org_name: str | None = None
    description: str | None = None
    unit_price: Decimal | None = None
    quantity: Decimal | None = None
    tax1: int | None = None
    tax2: int | None = None
    purchase_order_id: int | None = None
    item: str | None = None
    summary_tax1: Decimal | None = None
    summary_tax2: Decimal | None = None
    subtotal: Decimal | None = None
    col_3: str | None = None
    col_4: str | None = None
    col_5: str | None = None
    discount: Decimal | None = None
    discount_type: DiscountType | None = None
    store_id: int | None = None
    calculated_discount: Decimal | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
