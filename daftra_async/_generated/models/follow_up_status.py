from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import FollowUpState, FollowUpSubject

if TYPE_CHECKING:
    from .follow_up_status_draft import FollowUpStatusDraft


class FollowUpStatus(Record, frozen=True, kw_only=True):
    """One of the account's follow up status."""

    id: int = NO_ID
    """The record's id, set by the server."""
    item_type: FollowUpSubject | None = None
    """The kind of record it is about."""
    name: str | None = None
    """Its name, as people know it."""
    color: str | None = None
    """The colour it is shown in."""
    status: FollowUpState | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    deleted: bool | None = None
    """Whether it was deleted."""
    entity_key: str | None = None
    display_order: int | None = None
    """The line's place among the lines."""

    def to_draft(self) -> FollowUpStatusDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .follow_up_status_draft import FollowUpStatusDraft

        return FollowUpStatusDraft.from_record(self)
