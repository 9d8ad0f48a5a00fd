"""GET /api2/purchase_refunds.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.purchase_refund import PurchaseRefund
from ...operations import PURCHASE_REFUNDS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[PurchaseRefund]:
    return decode_page(response, PurchaseRefund, settings)
