"""GET /v2/api/entity/client_attendance_log/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.client_attendance import ClientAttendance
from ...operations import CLIENT_ATTENDANCE_LOG_LIST as OPERATION


def build(
    *,
    level: int = 1,
    page: int | None = None,
    per_page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"level": level},
        query={
            "page": page,
            "per_page": per_page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[ClientAttendance]:
    return decode_page(response, ClientAttendance, settings)
