from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Date, DateTime, Record

if TYPE_CHECKING:
    from .credit_usage_draft import CreditUsageDraft


class CreditUsage(Record, frozen=True, kw_only=True):
    """One of the account's credit usages."""

    id: int = NO_ID
    """The record's id, set by the server."""
    client_id: int | None = None
    """The client's id."""
    credit_type_id: int | None = None
    usage_date: Date | None = None
    """The day the credit was used."""
    description: str | None = None
    """Free text about it."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""
    added_by: int | None = None
    """The staff member who added it."""
    amount: Decimal | None = None
    """The amount."""

    def to_draft(self) -> CreditUsageDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .credit_usage_draft import CreditUsageDraft

        return CreditUsageDraft.from_record(self)
