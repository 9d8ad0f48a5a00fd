"""POST /v2/api/entity/site_payment_gateway"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.payment_gateway_draft import PaymentGatewayDict, PaymentGatewayDraft
from ...operations import PAYMENT_GATEWAYS_CREATE as OPERATION


def build(draft: PaymentGatewayDraft | PaymentGatewayDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(PaymentGatewayDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
