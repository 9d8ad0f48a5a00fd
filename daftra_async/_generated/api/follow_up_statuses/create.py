"""POST /v2/api/entity/follow_up_status"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.follow_up_status_draft import FollowUpStatusDict, FollowUpStatusDraft
from ...operations import FOLLOW_UP_STATUSES_CREATE as OPERATION


def build(draft: FollowUpStatusDraft | FollowUpStatusDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(FollowUpStatusDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
