"""POST /api2/invoice_payments.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.invoice_payment_draft import InvoicePaymentBody, InvoicePaymentDraft
from ...operations import INVOICE_PAYMENTS_CREATE as OPERATION


def build(draft: InvoicePaymentDraft | InvoicePaymentBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(InvoicePaymentDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
