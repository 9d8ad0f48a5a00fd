"""GET /v2/api/bookings/{id}/status"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import BOOKINGS_CHANGE_STATUS_V2 as OPERATION


def build(id: int, body: Mapping[str, Any]) -> Request:
    return OPERATION.request(path={"id": id}, body=dict(body))


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
