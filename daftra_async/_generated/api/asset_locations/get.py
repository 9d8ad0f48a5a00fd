"""GET /v2/api/entity/asset_location/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.asset_location import AssetLocation
from ...operations import ASSET_LOCATIONS_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> AssetLocation:
    return decode_record(response, AssetLocation, settings)
