"""POST /v2/api/entity/client_attendance_log"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.client_attendance_change_draft import ClientAttendanceChangeDict, ClientAttendanceChangeDraft
from ...operations import CLIENT_ATTENDANCE_LOG_UPDATE as OPERATION


def build(
    id: int, draft: ClientAttendanceChangeDraft | ClientAttendanceChangeDict, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(body=prepare_body(ClientAttendanceChangeDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
