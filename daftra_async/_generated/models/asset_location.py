from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, DateTime, Record
from .branch import Branch
from .staff import Staff

if TYPE_CHECKING:
    from .asset_location_draft import AssetLocationDraft


@attrs.frozen(kw_only=True, repr=False)
class AssetLocation(Record):
    """One of the account's asset locations."""

    id: int = NO_ID
    name: str | None = None
    is_active: bool | None = None
    description: str | None = None
    staff_id: int | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    branch_id: int | None = None
    asset_location_branch: Branch | None = None
    asset_location_staff: Staff | None = None

    def to_draft(self) -> AssetLocationDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .asset_location_draft import AssetLocationDraft

        return AssetLocationDraft.from_record(self)
