from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, Date, Record

if TYPE_CHECKING:
    from .booking_draft import BookingDraft


@attrs.frozen(kw_only=True, repr=False)
class Booking(Record):
    """One of the account's bookings."""

    id: int = NO_ID
    staff_id: int | None = None
    date: Date | None = None
    client_id: int | None = None
    description: str | None = None
    end_time: str | None = None
    start_time: str | None = None
    branch_id: int | None = None
    converted: bool | None = None

    def to_draft(self) -> BookingDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .booking_draft import BookingDraft

        return BookingDraft.from_record(self)
