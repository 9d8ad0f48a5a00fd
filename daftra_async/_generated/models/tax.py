from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .tax_draft import TaxDraft


class Tax(Record, frozen=True, kw_only=True):
    """One of the account's taxes."""

    id: int = NO_ID
    """The record's id, set by the server."""
    tax_id: int | None = None
    """The id of the tax."""
    name: str | None = None
    """Its name, as people know it."""
    value: Decimal | None = None
    """The rate in percent."""
    description: str | None = None
    """Free text about it."""
    included: bool | None = None
    """Whether prices include the tax."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    is_active: bool | None = None
    """Whether it can be used."""

    def to_draft(self) -> TaxDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .tax_draft import TaxDraft

        return TaxDraft.from_record(self)
