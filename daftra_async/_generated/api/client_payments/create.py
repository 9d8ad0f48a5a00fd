"""POST /api2/client_payments.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.client_payment_draft import ClientPaymentBody, ClientPaymentDraft
from ...operations import CLIENT_PAYMENTS_CREATE as OPERATION


def build(draft: ClientPaymentDraft | ClientPaymentBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(ClientPaymentDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
