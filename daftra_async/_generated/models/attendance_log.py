from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import AttendanceSource, AttendanceStatus

if TYPE_CHECKING:
    from .attendance_log_draft import AttendanceLogDraft


class AttendanceLog(Record, frozen=True, kw_only=True):
    """One of the account's attendance logs."""

    id: int = NO_ID
    """The record's id, set by the server."""
    session_id: int | None = None
    source_id: int | None = None
    """The id of the document it was made from."""
    source_method: str | None = None
    source_name: str | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    time: DateTime | None = None
    status: AttendanceStatus | None = None
    source_type: AttendanceSource | None = None
    """The kind of document it was made from."""

    def to_draft(self) -> AttendanceLogDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .attendance_log_draft import AttendanceLogDraft

        return AttendanceLogDraft.from_record(self)
