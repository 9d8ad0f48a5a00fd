"""GET /v2/api/entity/{entity}/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.entity_record import EntityRecord
from ...operations import ENTITIES_GET as OPERATION


def build(entity: str, id: int, level: int) -> Request:
    return OPERATION.request(
        path={"entity": entity, "id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> EntityRecord:
    return decode_record(response, EntityRecord, settings)
