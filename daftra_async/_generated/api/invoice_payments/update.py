"""PUT /api2/invoice_payments/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.invoice_payment_draft import InvoicePaymentBody, InvoicePaymentDraft
from ...operations import INVOICE_PAYMENTS_UPDATE as OPERATION


def build(
    id: int, draft: InvoicePaymentDraft | InvoicePaymentBody, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(InvoicePaymentDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
