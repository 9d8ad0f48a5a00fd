"""GET /api2/bookings/change_status/{id}/{booking_status}"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...models.enums import BookingStatus
from ...operations import BOOKINGS_CHANGE_STATUS as OPERATION


def build(id: int, booking_status: BookingStatus | int | str) -> Request:
    return OPERATION.request(
        path={"id": id, "booking_status": booking_status},
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
