from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Date, Draft
from .discount_type import DiscountType


@attrs.define(kw_only=True)
class InvoiceItemDraft(Draft):
    """What can be written of invoice items."""

    item: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    unit_price: Decimal | int | str | None | UnsetType = UNSET
    quantity: Decimal | int | str | None | UnsetType = UNSET
    tax1: int | None | UnsetType = UNSET
    tax2: int | None | UnsetType = UNSET
    product_id: int | None | UnsetType = UNSET
    discount: Decimal | int | str | None | UnsetType = UNSET
    discount_type: DiscountType | int | None | UnsetType = UNSET
    store_id: int | None | UnsetType = UNSET
    lot: list[int] | None | UnsetType = UNSET
    expiry_date: list[Date] | None | UnsetType = UNSET
    serials: list[str] | None | UnsetType = UNSET
    col_3: str | None | UnsetType = UNSET
    col_4: str | None | UnsetType = UNSET
    col_5: str | None | UnsetType = UNSET
