from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .enums import DiscountType
from .product import Product as _Product


class InvoiceItem(Record, frozen=True, kw_only=True):
    """One of the account's invoice items."""

    id: int = NO_ID
    """The record's id, set by the server."""
    invoice_id: int | None = None
    """The invoice's id."""
    item: str | None = None
    """The line's name."""
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
    summary_tax1: Decimal | None = None
    """Amount of the first tax."""
    summary_tax2: Decimal | None = None
    """Amount of the second tax."""
    subtotal: Decimal | None = None
    """The line's amount before tax."""
    product_id: int | None = None
    """The product's id; leave it out for a line of free text."""
    col_3: str | None = None
    """What stands in column 3 of the print layout."""
    col_4: str | None = None
    """What stands in column 4 of the print layout."""
    col_5: str | None = None
    """What stands in column 5 of the print layout."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_type: DiscountType | None = None
    """Whether the discount is a percentage or an amount."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    calculated_discount: Decimal | None = None
    """The line's discount as an amount."""
    unit_factor: Decimal | None = None
    """How many of the smallest unit one of this unit is."""
    unit_small_name: str | None = None
    """The unit's short name."""
    unit_name: str | None = None
    """The unit's name as it is printed."""
    display_order: int | None = None
    """The line's place among the lines."""
    col_6: str | None = None
    """What stands in column 6 of the print layout."""
    col_7: str | None = None
    """What stands in column 7 of the print layout."""
    col_8: str | None = None
    """What stands in column 8 of the print layout."""
    unit_factor_id: int | None = None
    """The id of that unit in the product's unit template."""
    offer_id: int | None = None
    """The id of the offer that lowered the price."""
    tracking_data: str | None = None
    """Serial numbers, lots or expiry days of what was moved."""
    serials: Any = None
    """Serial numbers, for tracked products."""
    extra_details: str | None = None
    """What an integration keeps beside it, as JSON text."""
    sales_account_id: int | None = None
    """The journal account that the sale is booked on."""
    cost_center_id: int | None = None
    """The cost center it is booked on."""
    sales_person_id: int | None = None
    """The staff member who sold it."""
    lot: list[str] = wire_field(default_factory=list)
    """Lot codes, for tracked products."""
    expiry_date: list[Date] = wire_field(default_factory=list)
    """When it expires."""
    product: _Product | None = wire_field(default=None, name="Product")
    """The product of the line, as it is now."""
