"""GET /v2/api/entity/credit_charge/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.credit_charge import CreditCharge
from ...operations import CREDIT_CHARGES_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> CreditCharge:
    return decode_record(response, CreditCharge, settings)
