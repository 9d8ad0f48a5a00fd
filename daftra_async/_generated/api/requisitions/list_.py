"""GET /api2/requisitions"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import ManufacturingOrderType
from ...models.requisition import Requisition
from ...operations import REQUISITIONS_LIST as OPERATION


def build(
    *,
    store_id: int | None = None,
    pos_shift_id: int | None = None,
    is_stock_request: bool | None = None,
    requisitions_ids: str | None = None,
    is_manufacture_order: bool | None = None,
    manufacturing_order_type: ManufacturingOrderType | str | None = None,
    summary: bool | None = None,
    page: int | None = None,
    limit: int | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "store_id": store_id,
            "pos_shift_id": pos_shift_id,
            "is_stock_request": is_stock_request,
            "requisitions_ids": requisitions_ids,
            "is_manufacture_order": is_manufacture_order,
            "manufacturing_order_type": manufacturing_order_type,
            "summary": summary,
            "page": page,
            "limit": limit,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Requisition]:
    return decode_page(response, Requisition, settings)
