"""PUT /api2/purchase_refunds/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.purchase_refund_draft import PurchaseRefundBody, PurchaseRefundDraft
from ...operations import PURCHASE_REFUNDS_UPDATE as OPERATION


def build(
    id: int,
    draft: PurchaseRefundDraft | PurchaseRefundBody,
    *,
    send: str | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "send": send,
        },
        body=prepare_body(PurchaseRefundDraft, draft, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
