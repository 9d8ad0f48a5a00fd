"""DELETE /api2/follow_up_actions/{type_or_id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...operations import FOLLOW_UP_ACTIONS_DELETE as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"type_or_id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
