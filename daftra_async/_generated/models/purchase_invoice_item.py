from __future__ import annotations

from decimal import Decimal

from ..._wire.record import NO_ID, DateTime, Record
from .enums import DiscountType


class PurchaseInvoiceItem(Record, frozen=True, kw_only=True):
    """One of the account's purchase invoice items."""

    id: int = NO_ID
    """The record's id, set by the server."""
    product_id: int | None = None
    """The product's id; leave it out for a line of free text."""
    org_name: str | None = None
    """The product's name at the time."""
    description: str | None = None
    """Free text about it."""
    unit_price: Decimal | None = None
    """Price of one unit, before tax unless the tax is included."""
    quantity: Decimal | None = None
    """How many units."""
    tax1: int | None = None
    """The id of the first tax."""
    tax2: int | None = None
    """The id of the second tax."""
    purchase_order_id: int | None = None
    item: str | None = None
    """The line's name."""
    summary_tax1: Decimal | None = None
    """Amount of the first tax."""
    summary_tax2: Decimal | None = None
    """Amount of the second tax."""
    subtotal: Decimal | None = None
    """The line's amount before tax."""
    col_3: str | None = None
    """What stands in column 3 of the print layout."""
    col_4: str | None = None
    """What stands in column 4 of the print layout."""
    col_5: str | None = None
    """What stands in column 5 of the print layout."""
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_type: DiscountType | None = None
    """Whether the discount is a percentage or an amount."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    calculated_discount: Decimal | None = None
    """The line's discount as an amount."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
