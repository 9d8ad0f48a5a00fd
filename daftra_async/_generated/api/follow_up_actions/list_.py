"""GET /api2/follow_up_actions/{type_or_id}.json"""

from __future__ import annotations

from typing import Any

from ....wire import DecodeSettings, Request, Response, decode_json
from ...operations import FOLLOW_UP_ACTIONS_LIST as OPERATION


def build(type: str, *, page: int | None = None, limit: int | None = None) -> Request:
    return OPERATION.request(
        path={"type_or_id": type},
        query={
            "page": page,
            "limit": limit,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
