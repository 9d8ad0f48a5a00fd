"""POST /api2/invoices/add_bulk.json"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...._wire.draft import prepare_body
from ...models.invoice_draft import InvoiceBody, InvoiceDraft
from ...operations import INVOICES_ADD_BULK as OPERATION


def build(
    body: Sequence[InvoiceDraft | InvoiceBody],
    *,
    send: str | None = None,
    client_id: int | None = None,
    terminal_id: str | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "send": send,
            "client_id": client_id,
            "terminal_id": terminal_id,
        },
        body=[prepare_body(InvoiceDraft, item, new=True) for item in body],
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
