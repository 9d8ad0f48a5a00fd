"""GET /api2/clients/client_attendance_barcode"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import CLIENTS_GET_BY_BARCODE as OPERATION


def build(q: str) -> Request:
    return OPERATION.request(
        query={
            "q": q,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
