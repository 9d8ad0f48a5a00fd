"""GET /api2/listing/{model}.json"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import GENERAL_LISTING_GET as OPERATION


def build(model: str) -> Request:
    return OPERATION.request(
        path={"model": model},
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
