"""GET /v2/api/entity/unit_template/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.unit_template import UnitTemplate
from ...operations import UNIT_TEMPLATES_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> UnitTemplate:
    return decode_record(response, UnitTemplate, settings)
