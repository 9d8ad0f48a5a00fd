"""POST /v2/api/entity/credit_charge"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.credit_charge_draft import CreditChargeDict, CreditChargeDraft
from ...operations import CREDIT_CHARGES_UPDATE as OPERATION


def build(id: int, draft: CreditChargeDraft | CreditChargeDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(CreditChargeDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
