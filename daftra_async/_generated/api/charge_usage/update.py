"""POST /v2/api/entity/charge_usage"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.charge_usage_draft import ChargeUsageDict, ChargeUsageDraft
from ...operations import CHARGE_USAGE_UPDATE as OPERATION


def build(id: int, draft: ChargeUsageDraft | ChargeUsageDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(ChargeUsageDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
