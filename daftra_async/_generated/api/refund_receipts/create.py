"""POST /api2/refund_receipts.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.refund_receipt_draft import RefundReceiptBody, RefundReceiptDraft
from ...operations import REFUND_RECEIPTS_CREATE as OPERATION


def build(draft: RefundReceiptDraft | RefundReceiptBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(RefundReceiptDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
