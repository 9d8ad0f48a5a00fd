"""GET /api2/purchase_refunds.json"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import InvoicePaymentStatus
from ...models.purchase_refund import PurchaseRefund
from ...operations import PURCHASE_REFUNDS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    keywords: str | None = None,
    supplier_id: int | None = None,
    payment_status: InvoicePaymentStatus | int | None = None,
    no: str | None = None,
    currency_code: str | None = None,
    date_from: date | str | None = None,
    date_to: date | str | None = None,
    summary_total_from: Decimal | int | str | None = None,
    summary_total_to: Decimal | int | str | None = None,
    item: str | None = None,
    work_order_id: int | None = None,
    staff_id: int | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "keywords": keywords,
            "supplier_id": supplier_id,
            "payment_status": payment_status,
            "no": no,
            "currency_code": currency_code,
            "date_from": date_from,
            "date_to": date_to,
            "summary_total_from": summary_total_from,
            "summary_total_to": summary_total_to,
            "item": item,
            "work_order_id": work_order_id,
            "staff_id": staff_id,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[PurchaseRefund]:
    return decode_page(response, PurchaseRefund, settings)
