"""GET /api2/client_appointments.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.appointment import Appointment
from ...models.enums import AppointmentStatus
from ...operations import CLIENT_APPOINTMENTS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    status_id: AppointmentStatus | int | None = None,
    item_id: int | None = None,
    partner_id: int | None = None,
    action_id: int | None = None,
    id: int | None = None,
    follow_up_status: int | None = None,
    exclude_app_id: int | None = None,
    assign_staff_id: int | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "status_id": status_id,
            "item_id": item_id,
            "partner_id": partner_id,
            "action_id": action_id,
            "id": id,
            "follow_up_status": follow_up_status,
            "exclude_app_id": exclude_app_id,
            "assign_staff_id": assign_staff_id,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Appointment]:
    return decode_page(response, Appointment, settings)
