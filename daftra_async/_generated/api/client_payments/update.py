"""PUT /api2/client_payments/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.client_payment_draft import ClientPaymentBody, ClientPaymentDraft
from ...operations import CLIENT_PAYMENTS_UPDATE as OPERATION


def build(id: int, draft: ClientPaymentDraft | ClientPaymentBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(ClientPaymentDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
