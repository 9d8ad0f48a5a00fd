from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, DateTime, Record
from .appointment_item_type import AppointmentItemType
from .appointment_partner_type import AppointmentPartnerType
from .appointment_status import AppointmentStatus

if TYPE_CHECKING:
    from .appointment_draft import AppointmentDraft


@attrs.frozen(kw_only=True, repr=False)
class Appointment(Record):
    """One of the account's appointments."""

    id: int = NO_ID
    item_type: AppointmentItemType | None = None
    item_id: int | None = None
    staff_id: int | None = None
    date: DateTime | None = None
    end_date: DateTime | None = None
    body: str | None = None
    action_id: int | None = None
    status: AppointmentStatus | None = None
    status_date: DateTime | None = None
    post_id: int | None = None
    recurring_appointment_id: int | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    partner_type: AppointmentPartnerType | None = None
    partner_id: int | None = None
    share_with_partner: bool | None = None

    def to_draft(self) -> AppointmentDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .appointment_draft import AppointmentDraft

        return AppointmentDraft.from_record(self)
