from __future__ import annotations

from ..._wire.record import NO_ID, DateTime, Record


class ShippingMethod(Record, frozen=True, kw_only=True):
    """One of the account's shipping methods."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    fees: str | None = None
    tax_id: int | None = None
    """The id of the tax."""
    display_order: int | None = None
    """The line's place among the lines."""
    status: bool | None = None
    description: str | None = None
    """Free text about it."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""
    account_id: int | None = None
