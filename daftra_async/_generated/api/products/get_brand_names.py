"""GET /api2/products/brands"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import PRODUCTS_GET_BRAND_NAMES as OPERATION


def build(*, brand: str | None = None) -> Request:
    return OPERATION.request(
        query={
            "brand": brand,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
