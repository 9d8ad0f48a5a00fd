from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import DateTime
from .enums import StockDirection


@attrs.define(kw_only=True)
class StockTransactionDraft(Draft):
    """What can be written of stock transactions."""

    _wire_section: ClassVar[str | None] = "StockTransaction"

    product_id: int
    """The product's id; leave it out for a line of free text."""
    transaction_type: StockDirection | int
    """What kind of movement it is."""
    transaction_category_id: int | None | UnsetType = UNSET
    """The id of its category of stock transactions."""
    date: DateTime | str | None | UnsetType = UNSET
    """The date of the document."""
    received_date: DateTime | str | None | UnsetType = UNSET
    """The day on which the goods arrived."""
    quantity: Decimal | int | str | None | UnsetType = UNSET
    """How many units."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    price: Decimal | int | str | None | UnsetType = UNSET
    """The price."""
    price_without_tax: Decimal | int | str | None | UnsetType = UNSET
    """The price before taxes."""
    added_by: int | None | UnsetType = UNSET
    """The staff member who added it."""
    ignored: bool | None | UnsetType = UNSET
    """Whether it is left out of the stock level."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    stock_transfer_id: int | None | UnsetType = UNSET
    """The transfer that it is part of."""
    store_id: int
    """The warehouse that stock moves in or out of."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    discount: Decimal | int | str | None | UnsetType = UNSET
    """Discount in percent (on a line, in the unit of discount_type)."""
    fetch_from_raw: bool | None | UnsetType = UNSET
    """Whether the product's materials are taken instead."""
    attachment: str | None | UnsetType = UNSET
    """Files attached to it."""
    unit_factor_id: int | None | UnsetType = UNSET
    """The id of that unit in the product's unit template."""
    unit_factor: Decimal | int | str | None | UnsetType = UNSET
    """How many of the smallest unit one of this unit is."""
    unit_name: str | None | UnsetType = UNSET
    """The unit's name as it is printed."""
    unit_small_name: str | None | UnsetType = UNSET
    """The unit's short name."""


class StockTransactionDict(TypedDict, total=False):
    """``StockTransactionDraft`` as a plain dict, by its attributes; they are described there."""

    product_id: int
    transaction_type: StockDirection | int
    transaction_category_id: int | None
    date: DateTime | str | None
    received_date: DateTime | str | None
    quantity: Decimal | int | str | None
    currency_code: str | None
    price: Decimal | int | str | None
    price_without_tax: Decimal | int | str | None
    added_by: int | None
    ignored: bool | None
    notes: str | None
    stock_transfer_id: int | None
    store_id: int
    description: str | None
    discount: Decimal | int | str | None
    fetch_from_raw: bool | None
    attachment: str | None
    unit_factor_id: int | None
    unit_factor: Decimal | int | str | None
    unit_name: str | None
    unit_small_name: str | None


class StockTransactionBody(StockTransactionDict, total=False):
    """``StockTransactionDraft`` as a plain dict, in the documented shape as well."""

    StockTransaction: StockTransactionBody
