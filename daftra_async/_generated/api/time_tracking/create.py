"""POST /api2/time_tracking.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.time_tracking_draft import TimeTrackingBody, TimeTrackingDraft
from ...operations import TIME_TRACKING_CREATE as OPERATION


def build(draft: TimeTrackingDraft | TimeTrackingBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(TimeTrackingDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
