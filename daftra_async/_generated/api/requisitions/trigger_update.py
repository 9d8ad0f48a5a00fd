"""GET /api2/requisitions/trigger_update/{id}"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import REQUISITIONS_TRIGGER_UPDATE as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
