"""POST /api2/purchase_orders"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.enums import PurchaseOrderSend
from ...models.purchase_order_draft import PurchaseOrderBody, PurchaseOrderDraft
from ...operations import PURCHASE_ORDERS_CREATE as OPERATION


def build(
    draft: PurchaseOrderDraft | PurchaseOrderBody,
    *,
    send: PurchaseOrderSend | str | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "send": send,
        },
        body=prepare_body(PurchaseOrderDraft, draft, new=True, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
