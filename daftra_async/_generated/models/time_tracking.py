from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Date, DateTime, Record
from .formatted_time import FormattedTime

if TYPE_CHECKING:
    from .time_tracking_draft import TimeTrackingDraft


class TimeTracking(Record, frozen=True, kw_only=True):
    """One of the account's time trackings."""

    id: int = NO_ID
    """The record's id, set by the server."""
    user_id: int | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    project_id: int | None = None
    activity_id: int | None = None
    date: Date | None = None
    """The date of the document."""
    time: str | None = None
    """Duration, H:MM."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    cost: Decimal | None = None
    currency: str | None = None
    work_order_id: int | None = None
    """The work order it belongs to."""
    time_formatted: FormattedTime | None = None

    def to_draft(self) -> TimeTrackingDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .time_tracking_draft import TimeTrackingDraft

        return TimeTrackingDraft.from_record(self)
