"""DELETE /v2/api/entity/delete/client_attendance_log/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...operations import CLIENT_ATTENDANCE_LOG_DELETE as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
