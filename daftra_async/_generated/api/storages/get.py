"""GET /v2/api/entity/storage/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.storage import Storage
from ...operations import STORAGES_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> Storage:
    return decode_record(response, Storage, settings)
