"""GET /api2/client_payments/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.client_payment import ClientPayment
from ...operations import CLIENT_PAYMENTS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> ClientPayment:
    return decode_record(response, ClientPayment, settings)
