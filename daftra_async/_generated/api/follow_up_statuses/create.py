"""POST /v2/api/entity/follow_up_status"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.follow_up_status_draft import FollowUpStatusDraft
from ...operations import FOLLOW_UP_STATUSES_CREATE as OPERATION


def build(draft: FollowUpStatusDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, new=True))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
