"""PUT /api2/purchase_refunds/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.purchase_refund_draft import PurchaseRefundDraft
from ...operations import PURCHASE_REFUNDS_UPDATE as OPERATION


def build(id: int, draft: PurchaseRefundDraft | Mapping[str, Any], *, send: str | None = None) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "send": send,
        },
        body=body_of(draft),
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
