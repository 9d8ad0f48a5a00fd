"""POST /api2/invoices/add_shipping/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.invoice_shipping_draft import InvoiceShippingBody, InvoiceShippingDraft
from ...operations import INVOICES_ADD_SHIPPING as OPERATION


def build(
    id: int, draft: InvoiceShippingDraft | InvoiceShippingBody, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(InvoiceShippingDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
