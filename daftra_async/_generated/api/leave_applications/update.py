"""PUT /v2/api/entity/leave_application/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.leave_application_draft import LeaveApplicationDict, LeaveApplicationDraft
from ...operations import LEAVE_APPLICATIONS_UPDATE as OPERATION


def build(
    id: int, draft: LeaveApplicationDraft | LeaveApplicationDict, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(LeaveApplicationDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
