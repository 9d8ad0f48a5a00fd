"""POST /v2/api/entity/credit_charge"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.credit_charge_draft import CreditChargeDict, CreditChargeDraft
from ...operations import CREDIT_CHARGES_CREATE as OPERATION


def build(draft: CreditChargeDraft | CreditChargeDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(CreditChargeDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
