"""GET /v2/api/entity/charge_usage/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.charge_usage import ChargeUsage
from ...operations import CHARGE_USAGE_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> ChargeUsage:
    return decode_record(response, ChargeUsage, settings)
