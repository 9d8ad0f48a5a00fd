from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .brand_draft import BrandDraft


class Brand(Record, frozen=True, kw_only=True):
    """One of the account's brands."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""

    def to_draft(self) -> BrandDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .brand_draft import BrandDraft

        return BrandDraft.from_record(self)
