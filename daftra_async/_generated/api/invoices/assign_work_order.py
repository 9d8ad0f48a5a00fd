"""POST /api2/invoices/assign_work_order/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.invoice_work_order_draft import InvoiceWorkOrderDraft
from ...operations import INVOICES_ASSIGN_WORK_ORDER as OPERATION


def build(id: int, draft: InvoiceWorkOrderDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(path={"id": id}, body=body_of(draft))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
