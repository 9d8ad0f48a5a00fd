"""GET /api2/invoice_appointments.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.appointment import Appointment
from ...operations import INVOICE_APPOINTMENTS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Appointment]:
    return decode_page(response, Appointment, settings)
