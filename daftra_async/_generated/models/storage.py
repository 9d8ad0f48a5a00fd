from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .branch import Branch
from .staff import Staff

if TYPE_CHECKING:
    from .storage_draft import StorageDraft


class Storage(Record, frozen=True, kw_only=True):
    """One of the account's storages."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    is_active: bool | None = None
    """Whether it can be used."""
    description: str | None = None
    """Free text about it."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    branch_id: int | None = None
    """The branch it belongs to."""
    storage_branch: Branch | None = None
    storage_staff: Staff | None = None

    def to_draft(self) -> StorageDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .storage_draft import StorageDraft

        return StorageDraft.from_record(self)
