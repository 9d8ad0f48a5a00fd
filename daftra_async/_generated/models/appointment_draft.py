from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import DateTime
from .enums import AppointmentPartnerType, AppointmentStatus
from .recurring_appointment_draft import RecurringAppointmentDict, RecurringAppointmentDraft


@attrs.define(kw_only=True)
class AppointmentDraft(Draft):
    """What can be written of appointments."""

    _wire_section: ClassVar[str | None] = "Appointment"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "recurring_appointment": ("RecurringAppointment", ""),
    }

    item_id: int
    """The id of the record it is about."""
    staff_id: Any = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    date: DateTime | str
    """The date of the document."""
    end_date: DateTime | str | None | UnsetType = UNSET
    body: str | None | UnsetType = UNSET
    action_id: int | None | UnsetType = UNSET
    status: AppointmentStatus | int | None | UnsetType = UNSET
    status_date: DateTime | str | None | UnsetType = UNSET
    post_id: int | None | UnsetType = UNSET
    recurring: bool | None | UnsetType = UNSET
    partner_type: AppointmentPartnerType | int
    """The kind of partner the appointment is with."""
    partner_id: int
    """The id of the partner the appointment is with."""
    share_with_partner: bool | None | UnsetType = UNSET
    duration: str | None | UnsetType = UNSET
    recurring_appointment: RecurringAppointmentDraft | None | UnsetType = UNSET


class AppointmentDict(TypedDict, total=False):
    """``AppointmentDraft`` as a plain dict, by its attributes; they are described there."""

    item_id: int
    staff_id: Any
    date: DateTime | str
    end_date: DateTime | str | None
    body: str | None
    action_id: int | None
    status: AppointmentStatus | int | None
    status_date: DateTime | str | None
    post_id: int | None
    recurring: bool | None
    partner_type: AppointmentPartnerType | int
    partner_id: int
    share_with_partner: bool | None
    duration: str | None
    recurring_appointment: RecurringAppointmentDraft | RecurringAppointmentDict | None


class AppointmentBody(AppointmentDict, total=False):
    """``AppointmentDraft`` as a plain dict, in the documented shape as well."""

    Appointment: AppointmentBody
    RecurringAppointment: RecurringAppointmentDraft | RecurringAppointmentDict | None
