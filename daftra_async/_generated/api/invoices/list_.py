"""GET /api2/invoices.json"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import InvoiceDetail, InvoicePaymentFilter, InvoiceType, SortDirection
from ...models.invoice import Invoice
from ...operations import INVOICES_LIST as OPERATION


def build(
    *,
    page: int | None = None,
    limit: int | None = None,
    recursive: InvoiceDetail | int | None = None,
    keywords: str | None = None,
    client_id: int | None = None,
    type: InvoiceType | int | None = None,
    client_type: int | None = None,
    payment_status: InvoicePaymentFilter | int | None = None,
    draft: bool | None = None,
    follow_up_status: int | None = None,
    currency_code: str | None = None,
    no: str | None = None,
    item: str | None = None,
    tags: Sequence[str] | None = None,
    po_number: str | None = None,
    external_source: Sequence[str] | None = None,
    custom_field: str | None = None,
    custom_field_label: str | None = None,
    subscription_id: int | None = None,
    work_order_id: int | None = None,
    source_type: int | None = None,
    source_id: int | None = None,
    order_source_id: int | None = None,
    shipping_option_id: int | None = None,
    summary_total_from: Decimal | int | str | None = None,
    summary_total_to: Decimal | int | str | None = None,
    date_from: date | str | None = None,
    date_to: date | str | None = None,
    due_date_from: date | str | None = None,
    due_date_to: date | str | None = None,
    created_from: date | str | None = None,
    created_to: date | str | None = None,
    einvoice_status: int | None = None,
    requisition_delivery_status: Sequence[str] | None = None,
    staff_id: Sequence[int] | None = None,
    pos_shift_id: int | None = None,
    sort: str | None = None,
    direction: SortDirection | str | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "page": page,
            "limit": limit,
            "recursive": recursive,
            "keywords": keywords,
            "client_id": client_id,
            "type": type,
            "client_type": client_type,
            "payment_status": payment_status,
            "draft": draft,
            "follow_up_status": follow_up_status,
            "currency_code": currency_code,
            "no": no,
            "item": item,
            "tags": tags,
            "po_number": po_number,
            "external_source": external_source,
            "custom_field": custom_field,
            "custom_field_label": custom_field_label,
            "subscription_id": subscription_id,
            "work_order_id": work_order_id,
            "source_type": source_type,
            "source_id": source_id,
            "order_source_id": order_source_id,
            "shipping_option_id": shipping_option_id,
            "summary_total_from": summary_total_from,
            "summary_total_to": summary_total_to,
            "date_from": date_from,
            "date_to": date_to,
            "due_date_from": due_date_from,
            "due_date_to": due_date_to,
            "created_from": created_from,
            "created_to": created_to,
            "einvoice_status": einvoice_status,
            "requisition_delivery_status": requisition_delivery_status,
            "staff_id": staff_id,
            "pos_shift_id": pos_shift_id,
            "sort": sort,
            "direction": direction,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Invoice]:
    return decode_page(response, Invoice, settings)
