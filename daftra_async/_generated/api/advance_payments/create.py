"""POST /api2/invoices"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.advance_payment_draft import AdvancePaymentBody, AdvancePaymentDraft
from ...operations import ADVANCE_PAYMENTS_CREATE as OPERATION


def build(draft: AdvancePaymentDraft | AdvancePaymentBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(AdvancePaymentDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
