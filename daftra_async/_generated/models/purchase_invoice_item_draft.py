from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import DiscountType


@attrs.define(kw_only=True)
class PurchaseInvoiceItemDraft(Draft):
    """What can be written of purchase invoice items."""

    id: int | None | UnsetType = UNSET
    """The record's id, set by the server."""
    product_id: int | None | UnsetType = UNSET
    """The product's id; leave it out for a line of free text."""
    org_name: str | None | UnsetType = UNSET
    """The product's name at the time."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    unit_price: Decimal | int | str | None | UnsetType = UNSET
    """Price of one unit, before tax unless the tax is included."""
    quantity: Decimal | int | str | None | UnsetType = UNSET
    """How many units."""
    tax1: int | None | UnsetType = UNSET
    """The id of the first tax."""
    tax2: int | None | UnsetType = UNSET
    """The id of the second tax."""
    item: str | None | UnsetType = UNSET
    """The line's name."""
    col_3: str | None | UnsetType = UNSET
    """What stands in column 3 of the print layout."""
    col_4: str | None | UnsetType = UNSET
    """What stands in column 4 of the print layout."""
    col_5: str | None | UnsetType = UNSET
    """What stands in column 5 of the print layout."""
    discount: Decimal | int | str | None | UnsetType = UNSET
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_type: DiscountType | int | None | UnsetType = UNSET
    """Whether the discount is a percentage or an amount."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""


class PurchaseInvoiceItemDict(TypedDict, total=False):
    """``PurchaseInvoiceItemDraft`` as a plain dict, by its attributes; they are described there."""

    id: int | None
    product_id: int | None
    org_name: str | None
    description: str | None
    unit_price: Decimal | int | str | None
    quantity: Decimal | int | str | None
    tax1: int | None
    tax2: int | None
    item: str | None
    col_3: str | None
    col_4: str | None
    col_5: str | None
    discount: Decimal | int | str | None
    discount_type: DiscountType | int | None
    store_id: int | None
