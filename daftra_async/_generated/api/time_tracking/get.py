"""GET /api2/time_tracking/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.time_tracking import TimeTracking
from ...operations import TIME_TRACKING_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> TimeTracking:
    return decode_record(response, TimeTracking, settings)
