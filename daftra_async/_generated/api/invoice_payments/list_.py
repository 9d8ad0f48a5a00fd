"""GET /api2/invoice_payments.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.invoice_payment import InvoicePayment
from ...operations import INVOICE_PAYMENTS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None, include_client_credit: bool | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "include_client_credit": include_client_credit,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[InvoicePayment]:
    return decode_page(response, InvoicePayment, settings)
