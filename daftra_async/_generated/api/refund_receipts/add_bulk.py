"""POST /api2/invoices/add_bulk_refund_receipts"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...._wire.draft import prepare_body
from ...models.refund_receipt_draft import RefundReceiptBody, RefundReceiptDraft
from ...operations import REFUND_RECEIPTS_ADD_BULK as OPERATION


def build(body: Sequence[RefundReceiptDraft | RefundReceiptBody]) -> Request:
    return OPERATION.request(body=[prepare_body(RefundReceiptDraft, item, new=True) for item in body])


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
