"""PUT /api2/time_tracking/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.time_tracking_draft import TimeTrackingBody, TimeTrackingDraft
from ...operations import TIME_TRACKING_UPDATE as OPERATION


def build(id: int, draft: TimeTrackingDraft | TimeTrackingBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(TimeTrackingDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
