"""GET /api2/purchase_invoices/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.purchase_invoice import PurchaseInvoice
from ...operations import PURCHASE_INVOICES_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> PurchaseInvoice:
    return decode_record(response, PurchaseInvoice, settings)
