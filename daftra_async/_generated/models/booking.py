from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Date, Record

if TYPE_CHECKING:
    from .booking_draft import BookingDraft


class Booking(Record, frozen=True, kw_only=True):
    """One of the account's bookings."""

    id: int = NO_ID
    """The record's id, set by the server."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    date: Date | None = None
    """The date of the document."""
    client_id: int | None = None
    """The client's id."""
    description: str | None = None
    """Free text about it."""
    end_time: str | None = None
    """End, HH:MM."""
    start_time: str | None = None
    """Start, HH:MM."""
    branch_id: int | None = None
    """The branch it belongs to."""
    converted: bool | None = None
    convert: int | None = None

    def to_draft(self) -> BookingDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .booking_draft import BookingDraft

        return BookingDraft.from_record(self)
