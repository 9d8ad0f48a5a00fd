"""GET /v2/api/entity/employee_asset/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.asset import Asset
from ...operations import ASSETS_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> Asset:
    return decode_record(response, Asset, settings)
