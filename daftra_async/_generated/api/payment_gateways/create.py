"""POST /v2/api/entity/site_payment_gateway"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.payment_gateway_draft import PaymentGatewayDraft
from ...operations import PAYMENT_GATEWAYS_CREATE as OPERATION


def build(draft: PaymentGatewayDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, new=True))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
