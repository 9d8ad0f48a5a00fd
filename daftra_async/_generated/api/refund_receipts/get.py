"""GET /api2/refund_receipts/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.refund_receipt import RefundReceipt
from ...operations import REFUND_RECEIPTS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> RefundReceipt:
    return decode_record(response, RefundReceipt, settings)
