"""PUT /api2/refund_receipts/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.refund_receipt_draft import RefundReceiptBody, RefundReceiptDraft
from ...operations import REFUND_RECEIPTS_UPDATE as OPERATION


def build(id: int, draft: RefundReceiptDraft | RefundReceiptBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(RefundReceiptDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
