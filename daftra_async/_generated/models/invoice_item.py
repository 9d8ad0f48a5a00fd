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
    col_4: str | None = None
    col_5: str | None = None
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
    unit_small_name: str | None = None
    unit_name: str | None = None
    display_order: int | None = None
    col_6: str | None = None
    col_7: str | None = None
    col_8: str | None = None
    unit_factor_id: int | None = None
    offer_id: int | None = None
    tracking_data: str | None = None
    serials: Any = None
    """Serial numbers, for tracked products."""
    extra_details: str | None = None
    sales_account_id: int | None = None
    cost_center_id: int | None = None
    """The cost center it is booked on."""
    sales_person_id: int | None = None
    """The staff member who sold it."""
    lot: list[str] = wire_field(default_factory=list)
    """Lot codes, for tracked products."""
    expiry_date: list[Date] = wire_field(default_factory=list)
    """When it expires."""
    product: _Product | None = wire_field(default=None, name="Product")
