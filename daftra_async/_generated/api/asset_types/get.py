"""GET /v2/api/entity/asset_type/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.asset_type import AssetType
from ...operations import ASSET_TYPES_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> AssetType:
    return decode_record(response, AssetType, settings)
