"""GET /v2/api/entity/credit_type/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.credit_type import CreditType
from ...operations import CREDIT_TYPES_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> CreditType:
    return decode_record(response, CreditType, settings)
