"""GET /api2/time_tracking.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.time_tracking import TimeTracking
from ...operations import TIME_TRACKING_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[TimeTracking]:
    return decode_page(response, TimeTracking, settings)
