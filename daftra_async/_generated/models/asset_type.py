from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, DateTime, Record
from .branch import Branch
from .staff import Staff

if TYPE_CHECKING:
    from .asset_type_draft import AssetTypeDraft


@attrs.frozen(kw_only=True, repr=False)
class AssetType(Record):
    """One of the account's asset types."""

    id: int = NO_ID
    name: str | None = None
    description: str | None = None
    is_active: bool | None = None
    staff_id: int | None = None
    branch_id: int | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    branch: Branch | None = None
    staff: Staff | None = None

    def to_draft(self) -> AssetTypeDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .asset_type_draft import AssetTypeDraft

        return AssetTypeDraft.from_record(self)
