"""PUT /api2/invoices/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.invoice_draft import InvoiceBody, InvoiceDraft
from ...operations import INVOICES_UPDATE as OPERATION


def build(id: int, draft: InvoiceDraft | InvoiceBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(InvoiceDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
