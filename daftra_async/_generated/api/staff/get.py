"""GET /api2/staff/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.staff import Staff
from ...operations import STAFF_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Staff:
    return decode_record(response, Staff, settings)
