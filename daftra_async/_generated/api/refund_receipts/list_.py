"""GET /api2/refund_receipts.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.refund_receipt import RefundReceipt
from ...operations import REFUND_RECEIPTS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[RefundReceipt]:
    return decode_page(response, RefundReceipt, settings)
