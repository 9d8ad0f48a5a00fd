"""GET /api2/purchase_refunds/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.purchase_refund import PurchaseRefund
from ...operations import PURCHASE_REFUNDS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> PurchaseRefund:
    return decode_record(response, PurchaseRefund, settings)
