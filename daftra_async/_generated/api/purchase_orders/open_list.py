"""GET /api2/purchase_orders"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import PURCHASE_ORDERS_OPEN_LIST as OPERATION


def build() -> Request:
    return OPERATION.request()


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
