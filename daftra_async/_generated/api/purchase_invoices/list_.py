"""GET /api2/purchase_invoices.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.purchase_invoice import PurchaseInvoice
from ...operations import PURCHASE_INVOICES_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[PurchaseInvoice]:
    return decode_page(response, PurchaseInvoice, settings)
