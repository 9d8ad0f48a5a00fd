"""GET /api2/purchase_orders/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.purchase_order import PurchaseOrder
from ...operations import PURCHASE_ORDERS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> PurchaseOrder:
    return decode_record(response, PurchaseOrder, settings)
