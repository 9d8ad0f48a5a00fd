"""GET /v2/api/app-manager/activate/{id}/{status}"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...models.enums import AppState
from ...operations import APPS_ACTIVATE as OPERATION


def build(id: int, status: AppState | str) -> Request:
    return OPERATION.request(
        path={"id": id, "status": status},
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
