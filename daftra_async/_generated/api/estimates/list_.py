"""GET /api2/estimates.json"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import InvoicePaymentStatus
from ...models.estimate import Estimate
from ...operations import ESTIMATES_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    name: str | None = None,
    client_id: int | None = None,
    client_type: int | None = None,
    no: str | None = None,
    item: str | None = None,
    currency_code: str | None = None,
    payment_status: InvoicePaymentStatus | int | None = None,
    tags: str | None = None,
    order_source_id: int | None = None,
    work_order_id: int | None = None,
    staff_id: int | None = None,
    sales_person_id: int | None = None,
    summary_total_from: Decimal | int | str | None = None,
    summary_total_to: Decimal | int | str | None = None,
    date_from: date | str | None = None,
    date_to: date | str | None = None,
    created_from: date | str | None = None,
    created_to: date | str | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "name": name,
            "client_id": client_id,
            "client_type": client_type,
            "no": no,
            "item": item,
            "currency_code": currency_code,
            "payment_status": payment_status,
            "tags": tags,
            "order_source_id": order_source_id,
            "work_order_id": work_order_id,
            "staff_id": staff_id,
            "sales_person_id": sales_person_id,
            "summary_total_from": summary_total_from,
            "summary_total_to": summary_total_to,
            "date_from": date_from,
            "date_to": date_to,
            "created_from": created_from,
            "created_to": created_to,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Estimate]:
    return decode_page(response, Estimate, settings)
