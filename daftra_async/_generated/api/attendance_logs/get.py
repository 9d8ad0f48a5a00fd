"""GET /v2/api/entity/attendance_log/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.attendance_log import AttendanceLog
from ...operations import ATTENDANCE_LOGS_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> AttendanceLog:
    return decode_record(response, AttendanceLog, settings)
