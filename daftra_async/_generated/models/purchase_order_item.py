from __future__ import annotations

from decimal import Decimal

from ..._wire.record import NO_ID, Record
from .enums import PurchaseOrderItemTax


class PurchaseOrderItem(Record, frozen=True, kw_only=True):
    """One of the account's purchase order items."""

    id: int = NO_ID
    """The record's id, set by the server."""
    item: str | None = None
    """The line's name."""
    quantity: Decimal | None = None
    """How many units."""
    unit_price: Decimal | None = None
    """Price of one unit, before tax unless the tax is included."""
    product_id: int | None = None
    """The product's id; leave it out for a line of free text."""
    description: str | None = None
    """Free text about it."""
    tax: PurchaseOrderItemTax | None = None
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
