"""POST /v2/api/entity/leave_application"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.leave_application_draft import LeaveApplicationDict, LeaveApplicationDraft
from ...operations import LEAVE_APPLICATIONS_CREATE as OPERATION


def build(draft: LeaveApplicationDraft | LeaveApplicationDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(LeaveApplicationDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
