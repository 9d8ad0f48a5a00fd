"""GET /api2/work_orders.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import WorkOrderFilter
from ...models.work_order import WorkOrder
from ...operations import WORK_ORDERS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None, status: WorkOrderFilter | int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "status": status,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[WorkOrder]:
    return decode_page(response, WorkOrder, settings)
