from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Date, Record

if TYPE_CHECKING:
    from .leave_application_draft import LeaveApplicationDraft


class LeaveApplication(Record, frozen=True, kw_only=True):
    """One of the account's leave applications."""

    id: int = NO_ID
    """The record's id, set by the server."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    days: Decimal | None = None
    date_from: Date | None = None
    date_to: Date | None = None
    type: str | None = None
    leave_type_id: int | None = None
    late_time: str | None = None
    early_time: str | None = None
    description: str | None = None
    """Free text about it."""
    attachments: str | None = None
    """Files attached to it."""
    comment: str | None = None

    def to_draft(self) -> LeaveApplicationDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .leave_application_draft import LeaveApplicationDraft

        return LeaveApplicationDraft.from_record(self)
