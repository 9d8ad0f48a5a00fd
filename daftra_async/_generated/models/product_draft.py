from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Draft
from .discount_type import DiscountType
from .product_type import ProductType


@attrs.define(kw_only=True)
class ProductDraft(Draft):
    """What can be written of products."""

    _wire_section: ClassVar[str | None] = "Product"

    staff_id: int | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    unit_price: Decimal | int | str | None | UnsetType = UNSET
    tax1: int | None | UnsetType = UNSET
    tax2: int | None | UnsetType = UNSET
    supplier_id: int | None | UnsetType = UNSET
    brand: str | None | UnsetType = UNSET
    category: str | None | UnsetType = UNSET
    tags: str | None | UnsetType = UNSET
    buy_price: Decimal | int | str | None | UnsetType = UNSET
    product_code: str | None | UnsetType = UNSET
    track_stock: bool | None | UnsetType = UNSET
    stock_balance: Decimal | int | str | None | UnsetType = UNSET
    low_stock_thershold: int | None | UnsetType = UNSET
    barcode: str | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    status: int | None | UnsetType = UNSET
    follow_up_status: int | None | UnsetType = UNSET
    updated_price: bool | None | UnsetType = UNSET
    average_price: Decimal | int | str | None | UnsetType = UNSET
    type: ProductType | int | None | UnsetType = UNSET
    minimum_price: Decimal | int | str | None | UnsetType = UNSET
    profit_margin: Decimal | int | str | None | UnsetType = UNSET
    discount: Decimal | int | str | None | UnsetType = UNSET
    discount_type: DiscountType | int | None | UnsetType = UNSET
    duration_minutes: Decimal | int | str | None | UnsetType = UNSET
    availabe_online: bool | None | UnsetType = UNSET
    raw_store_id: int | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
