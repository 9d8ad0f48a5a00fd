"""POST /v2/api/entity/client_attendance_log"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.client_attendance_change_draft import ClientAttendanceChangeDraft
from ...operations import CLIENT_ATTENDANCE_LOG_UPDATE as OPERATION


def build(id: int, draft: ClientAttendanceChangeDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, id=id))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
