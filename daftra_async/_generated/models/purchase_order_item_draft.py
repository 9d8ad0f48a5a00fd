from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import PurchaseOrderItemTax


@attrs.define(kw_only=True)
class PurchaseOrderItemDraft(Draft):
    """What can be written of purchase order items."""

    id: int | None | UnsetType = UNSET
    """The record's id, set by the server."""
    item: str
    """The line's name."""
    quantity: Decimal | int | str
    """How many units."""
    unit_price: Decimal | int | str
    """Price of one unit, before tax unless the tax is included."""
    product_id: int | None | UnsetType = UNSET
    """The product's id; leave it out for a line of free text."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    tax: PurchaseOrderItemTax | int | None | UnsetType = UNSET
    discount: Decimal | int | str | None | UnsetType = UNSET
    """Discount in percent (on a line, in the unit of discount_type)."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""


class PurchaseOrderItemDict(TypedDict, total=False):
    """``PurchaseOrderItemDraft`` as a plain dict, by its attributes; they are described there."""

    id: int | None
    item: str
    quantity: Decimal | int | str
    unit_price: Decimal | int | str
    product_id: int | None
    description: str | None
    tax: PurchaseOrderItemTax | int | None
    discount: Decimal | int | str | None
    store_id: int | None
