"""GET /api2/invoice_appointments.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.appointment import Appointment
from ...models.enums import AppointmentStatus
from ...operations import INVOICE_APPOINTMENTS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    status_id: AppointmentStatus | int | None = None,
    item_id: int | None = None,
    partner_id: int | None = None,
    action_id: int | None = None,
    id: int | None = None,
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
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Appointment]:
    return decode_page(response, Appointment, settings)
