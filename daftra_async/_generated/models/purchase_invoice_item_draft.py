from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Draft
from .discount_type import DiscountType


@attrs.define(kw_only=True)
class PurchaseInvoiceItemDraft(Draft):
    """What can be written of purchase invoice items."""

    product_id: int | None | UnsetType = UNSET
    org_name: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    unit_price: Decimal | int | str | None | UnsetType = UNSET
    quantity: Decimal | int | str | None | UnsetType = UNSET
    tax1: int | None | UnsetType = UNSET
    tax2: int | None | UnsetType = UNSET
    item: str | None | UnsetType = UNSET
    col_3: str | None | UnsetType = UNSET
    col_4: str | None | UnsetType = UNSET
    col_5: str | None | UnsetType = UNSET
    discount: Decimal | int | str | None | UnsetType = UNSET
    discount_type: DiscountType | int | None | UnsetType = UNSET
    store_id: int | None | UnsetType = UNSET
