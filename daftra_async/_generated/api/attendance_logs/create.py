"""POST /v2/api/entity/attendance_log"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.attendance_log_draft import AttendanceLogDraft
from ...operations import ATTENDANCE_LOGS_CREATE as OPERATION


def build(draft: AttendanceLogDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, new=True))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
