"""GET /api2/work_orders/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.work_order import WorkOrder
from ...operations import WORK_ORDERS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> WorkOrder:
    return decode_record(response, WorkOrder, settings)
