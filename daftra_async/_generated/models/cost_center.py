from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Record

if TYPE_CHECKING:
    from .cost_center_draft import CostCenterDraft


class CostCenter(Record, frozen=True, kw_only=True):
    """One of the account's cost centers."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    code: str | None = None
    """Its code."""
    is_primary: bool | None = None
    cost_center_id: int | None = None
    """The cost center it is booked on."""
    cost_center_ids: str | None = None
    branch_id: int | None = None
    """The branch it belongs to."""

    def to_draft(self) -> CostCenterDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .cost_center_draft import CostCenterDraft

        return CostCenterDraft.from_record(self)
