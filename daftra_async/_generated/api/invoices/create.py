"""POST /api2/invoices.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.invoice_draft import InvoiceBody, InvoiceDraft
from ...operations import INVOICES_CREATE as OPERATION


def build(draft: InvoiceDraft | InvoiceBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(InvoiceDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
