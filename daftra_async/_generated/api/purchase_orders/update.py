"""PUT /api2/purchase_orders/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.enums import PurchaseOrderSend
from ...models.purchase_order_draft import PurchaseOrderBody, PurchaseOrderDraft
from ...operations import PURCHASE_ORDERS_UPDATE as OPERATION


def build(
    id: int,
    draft: PurchaseOrderDraft | PurchaseOrderBody,
    *,
    send: PurchaseOrderSend | str | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "send": send,
        },
        body=prepare_body(PurchaseOrderDraft, draft, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
