from __future__ import annotations

from decimal import Decimal

from ..._wire.record import NO_ID, DateTime, Record


class InvoiceTax(Record, frozen=True, kw_only=True):
    """One of the account's invoice taxes."""

    id: int = NO_ID
    """The record's id, set by the server."""
    invoice_id: int | None = None
    """The invoice's id."""
    tax_id: int | None = None
    """The id of the tax."""
    name: str | None = None
    """Its name, as people know it."""
    value: Decimal | None = None
    included: bool | None = None
    """Whether prices include the tax."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
