"""POST /api2/purchase_invoices.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.purchase_invoice_draft import PurchaseInvoiceBody, PurchaseInvoiceDraft
from ...operations import PURCHASE_INVOICES_CREATE as OPERATION


def build(
    draft: PurchaseInvoiceDraft | PurchaseInvoiceBody,
    *,
    send: str | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "send": send,
        },
        body=prepare_body(PurchaseInvoiceDraft, draft, new=True, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
