"""GET /v2/api/entity/client_attendance_log/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.client_attendance import ClientAttendance
from ...operations import CLIENT_ATTENDANCE_LOG_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> ClientAttendance:
    return decode_record(response, ClientAttendance, settings)
