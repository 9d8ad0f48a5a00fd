from __future__ import annotations

from decimal import Decimal

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, Record


class RequisitionItem(Record, frozen=True, kw_only=True):
    """One of the account's requisition items."""

    id: int = NO_ID
    """The record's id, set by the server."""
    item: str | None = None
    """The line's name."""
    product_id: int | None = None
    """The product's id; leave it out for a line of free text."""
    org_name: str | None = None
    """The product's name at the time."""
    unit_price: Decimal | None = None
    """Price of one unit, before tax unless the tax is included."""
    quantity: Decimal | None = None
    """How many units."""
    lot: list[str] = wire_field(default_factory=list)
    """Lot codes, for tracked products."""
    expiry_date: list[Date] = wire_field(default_factory=list)
    """When it expires."""
    serials: list[str] = wire_field(default_factory=list)
    """Serial numbers, for tracked products."""
    cost_center_id: int | None = None
    """The cost center it is booked on."""
