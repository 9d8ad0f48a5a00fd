from __future__ import annotations

from decimal import Decimal

from ..._wire.record import NO_ID, DateTime, Record


class UnitFactor(Record, frozen=True, kw_only=True):
    """One of the account's unit factors."""

    id: int = NO_ID
    """The record's id, set by the server."""
    factor_name: str | None = None
    factor: Decimal | None = None
    small_name: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    branch_id: int | None = None
    """The branch it belongs to."""
    unit_template_id: int | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
