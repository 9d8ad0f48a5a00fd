"""POST /api2/purchase_refunds.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.purchase_refund_draft import PurchaseRefundDraft
from ...operations import PURCHASE_REFUNDS_CREATE as OPERATION


def build(draft: PurchaseRefundDraft | Mapping[str, Any], *, send: str | None = None) -> Request:
    return OPERATION.request(
        query={
            "send": send,
        },
        body=body_of(draft, new=True),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
