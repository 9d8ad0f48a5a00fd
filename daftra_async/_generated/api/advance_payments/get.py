"""GET /v2/api/entity/invoice/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.advance_payment import AdvancePayment
from ...operations import ADVANCE_PAYMENTS_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> AdvancePayment:
    return decode_record(response, AdvancePayment, settings)
