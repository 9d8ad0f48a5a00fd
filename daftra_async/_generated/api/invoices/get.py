"""GET /api2/invoices/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.invoice import Invoice
from ...operations import INVOICES_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Invoice:
    return decode_record(response, Invoice, settings)
