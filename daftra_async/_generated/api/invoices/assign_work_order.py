"""POST /api2/invoices/assign_work_order/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.invoice_work_order_draft import InvoiceWorkOrderBody, InvoiceWorkOrderDraft
from ...operations import INVOICES_ASSIGN_WORK_ORDER as OPERATION


def build(
    id: int, draft: InvoiceWorkOrderDraft | InvoiceWorkOrderBody, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(InvoiceWorkOrderDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
