"""GET /api2/clients/loyalty-points/{id}"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import CLIENTS_GET_LOYALTY_POINTS as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
