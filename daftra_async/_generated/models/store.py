from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .store_draft import StoreDraft


class Store(Record, frozen=True, kw_only=True):
    """One of the account's stores."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    shipping_address: str | None = None
    """The warehouse's address."""
    primary: bool | None = None
    """Whether it is the one used where none is named."""
    active: bool | None = None
    """Whether it can be used."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    branch_id: int | None = None
    """The branch it belongs to."""

    def to_draft(self) -> StoreDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .store_draft import StoreDraft

        return StoreDraft.from_record(self)
