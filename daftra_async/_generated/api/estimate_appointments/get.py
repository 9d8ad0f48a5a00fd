"""GET /api2/estimate_appointments/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.appointment import Appointment
from ...operations import ESTIMATE_APPOINTMENTS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Appointment:
    return decode_record(response, Appointment, settings)
