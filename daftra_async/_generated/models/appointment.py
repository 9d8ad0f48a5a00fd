from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import AppointmentItemType, AppointmentPartnerType, AppointmentStatus

if TYPE_CHECKING:
    from .appointment_draft import AppointmentDraft


class Appointment(Record, frozen=True, kw_only=True):
    """One of the account's appointments."""

    id: int = NO_ID
    """The record's id, set by the server."""
    item_type: AppointmentItemType | None = None
    """The kind of record it is about."""
    item_id: int | None = None
    """The id of the record it is about."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    date: DateTime | None = None
    """The date of the document."""
    end_date: DateTime | None = None
    body: str | None = None
    action_id: int | None = None
    status: AppointmentStatus | None = None
    status_date: DateTime | None = None
    post_id: int | None = None
    recurring_appointment_id: int | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    partner_type: AppointmentPartnerType | None = None
    """The kind of partner the appointment is with."""
    partner_id: int | None = None
    """The id of the partner the appointment is with."""
    share_with_partner: bool | None = None
    duration: str | None = None

    def to_draft(self) -> AppointmentDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .appointment_draft import AppointmentDraft

        return AppointmentDraft.from_record(self)
