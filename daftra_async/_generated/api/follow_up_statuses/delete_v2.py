"""DELETE /v2/api/entity/delete/follow_up_status/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...operations import FOLLOW_UP_STATUSES_DELETE_V2 as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
