"""GET /api2/client_payments.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.client_payment import ClientPayment
from ...operations import CLIENT_PAYMENTS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[ClientPayment]:
    return decode_page(response, ClientPayment, settings)
