"""POST /api2/client-attendance-log/store"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.client_attendance_draft import ClientAttendanceBody, ClientAttendanceDraft
from ...operations import CLIENT_ATTENDANCE_LOG_CREATE as OPERATION


def build(draft: ClientAttendanceDraft | ClientAttendanceBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(ClientAttendanceDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
