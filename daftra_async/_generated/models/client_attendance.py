from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .client_attendance_draft import ClientAttendanceDraft


class ClientAttendance(Record, frozen=True, kw_only=True):
    """One of the account's client attendances."""

    id: int = NO_ID
    """The record's id, set by the server."""
    client_id: int | None = None
    """The client's id."""
    added_by: int | None = None
    """The staff member who added it."""
    time: DateTime | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""

    def to_draft(self) -> ClientAttendanceDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .client_attendance_draft import ClientAttendanceDraft

        return ClientAttendanceDraft.from_record(self)
