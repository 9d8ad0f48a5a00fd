"""GET /api2/invoice_payments/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.invoice_payment import InvoicePayment
from ...operations import INVOICE_PAYMENTS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> InvoicePayment:
    return decode_record(response, InvoicePayment, settings)
