"""GET /v2/api/entity/site_payment_gateway/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.payment_gateway import PaymentGateway
from ...operations import PAYMENT_GATEWAYS_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> PaymentGateway:
    return decode_record(response, PaymentGateway, settings)
