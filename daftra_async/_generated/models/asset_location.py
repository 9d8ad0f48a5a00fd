from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .branch import Branch
from .staff import Staff

if TYPE_CHECKING:
    from .asset_location_draft import AssetLocationDraft


class AssetLocation(Record, frozen=True, kw_only=True):
    """One of the account's asset locations."""

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
    asset_location_branch: Branch | None = None
    asset_location_staff: Staff | None = None

    def to_draft(self) -> AssetLocationDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .asset_location_draft import AssetLocationDraft

        return AssetLocationDraft.from_record(self)
