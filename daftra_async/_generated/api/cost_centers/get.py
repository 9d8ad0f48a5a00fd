"""GET /v2/api/entity/cost_center/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.cost_center import CostCenter
from ...operations import COST_CENTERS_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> CostCenter:
    return decode_record(response, CostCenter, settings)
