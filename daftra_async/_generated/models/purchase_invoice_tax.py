from __future__ import annotations

from decimal import Decimal

from ..._wire.record import NO_ID, DateTime, Record


class PurchaseInvoiceTax(Record, frozen=True, kw_only=True):
    """One of the account's purchase invoice taxes."""

    id: int = NO_ID
    """The record's id, set by the server."""
    tax_id: int | None = None
    """The id of the tax."""
    name: str | None = None
    """Its name, as people know it."""
    value: Decimal | None = None
    description: str | None = None
    """Free text about it."""
    included: bool | None = None
    """Whether prices include the tax."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
