"""POST /api2/purchase_orders"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.enums import PurchaseOrderSend
from ...models.purchase_order_draft import PurchaseOrderDraft
from ...operations import PURCHASE_ORDERS_CREATE as OPERATION


def build(draft: PurchaseOrderDraft | Mapping[str, Any], *, send: PurchaseOrderSend | str | None = None) -> Request:
    return OPERATION.request(
        query={
            "send": send,
        },
        body=body_of(draft, new=True),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
