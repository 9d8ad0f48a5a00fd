"""POST /v2/api/bookings"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import BOOKINGS_CREATE_V2 as OPERATION


def build(body: Mapping[str, Any]) -> Request:
    return OPERATION.request(body=dict(body))


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
