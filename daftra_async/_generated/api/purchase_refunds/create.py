"""POST /api2/purchase_refunds.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.purchase_refund_draft import PurchaseRefundBody, PurchaseRefundDraft
from ...operations import PURCHASE_REFUNDS_CREATE as OPERATION


def build(
    draft: PurchaseRefundDraft | PurchaseRefundBody, *, send: str | None = None, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(
        query={
            "send": send,
        },
        body=prepare_body(PurchaseRefundDraft, draft, new=True, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
