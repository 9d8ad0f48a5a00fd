"""POST /v2/api/entity/attendance_log"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.attendance_log_draft import AttendanceLogDict, AttendanceLogDraft
from ...operations import ATTENDANCE_LOGS_CREATE as OPERATION


def build(draft: AttendanceLogDraft | AttendanceLogDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(AttendanceLogDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
