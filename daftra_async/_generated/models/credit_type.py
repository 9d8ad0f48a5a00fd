from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .credit_type_draft import CreditTypeDraft


class CreditType(Record, frozen=True, kw_only=True):
    """One of the account's credit types."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    allow_decimal: bool | None = None
    status: bool | None = None
    unit: str | None = None
    description: str | None = None
    """Free text about it."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""

    def to_draft(self) -> CreditTypeDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .credit_type_draft import CreditTypeDraft

        return CreditTypeDraft.from_record(self)
