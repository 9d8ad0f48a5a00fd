"""GET /api2/follow_up_actions/{type_or_id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.follow_up_action import FollowUpAction
from ...operations import FOLLOW_UP_ACTIONS_LIST as OPERATION


def build(type: str, *, page: int | None = None, limit: int | None = None) -> Request:
    return OPERATION.request(
        path={"type_or_id": type},
        query={
            "page": page,
            "limit": limit,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[FollowUpAction]:
    return decode_page(response, FollowUpAction, settings)
