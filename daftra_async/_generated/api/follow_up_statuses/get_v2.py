"""GET /v2/api/entity/follow_up_status/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.follow_up_status import FollowUpStatus
from ...operations import FOLLOW_UP_STATUSES_GET_V2 as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> FollowUpStatus:
    return decode_record(response, FollowUpStatus, settings)
