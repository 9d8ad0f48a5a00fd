"""GET /api2/purchase_invoices.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import InvoicePaymentStatus
from ...models.purchase_invoice import PurchaseInvoice
from ...operations import PURCHASE_INVOICES_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    keywords: str | None = None,
    payment_status: InvoicePaymentStatus | int | None = None,
    work_order_id: int | None = None,
    source_type: str | None = None,
    source_id: int | None = None,
    filter: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "keywords": keywords,
            "payment_status": payment_status,
            "work_order_id": work_order_id,
            "source_type": source_type,
            "source_id": source_id,
            "filter": filter,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[PurchaseInvoice]:
    return decode_page(response, PurchaseInvoice, settings)
