"""GET /api2/follow_up_actions/{type_or_id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.follow_up_action import FollowUpAction
from ...operations import FOLLOW_UP_ACTIONS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"type_or_id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> FollowUpAction:
    return decode_record(response, FollowUpAction, settings)
