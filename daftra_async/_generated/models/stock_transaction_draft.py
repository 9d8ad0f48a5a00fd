from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import DateTime, Draft
from .stock_direction import StockDirection


@attrs.define(kw_only=True)
class StockTransactionDraft(Draft):
    """What can be written of stock transactions."""

    _wire_section: ClassVar[str | None] = "StockTransaction"

    product_id: int
    transaction_type: StockDirection | int
    transaction_category_id: int | None | UnsetType = UNSET
    date: DateTime | str | None | UnsetType = UNSET
    quantity: Decimal | int | str | None | UnsetType = UNSET
    currency_code: str | None | UnsetType = UNSET
    price: Decimal | int | str | None | UnsetType = UNSET
    price_without_tax: Decimal | int | str | None | UnsetType = UNSET
    added_by: int | None | UnsetType = UNSET
    ignored: bool | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    stock_transfer_id: int | None | UnsetType = UNSET
    store_id: int
    description: str | None | UnsetType = UNSET
    discount: Decimal | int | str | None | UnsetType = UNSET
    fetch_from_raw: bool | None | UnsetType = UNSET
