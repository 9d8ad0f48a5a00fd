"""GET /v2/api/entity/credit_usage/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.credit_usage import CreditUsage
from ...operations import CREDIT_USAGE_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> CreditUsage:
    return decode_record(response, CreditUsage, settings)
