"""GET /v2/api/entity/brand/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.brand import Brand
from ...operations import BRANDS_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> Brand:
    return decode_record(response, Brand, settings)
