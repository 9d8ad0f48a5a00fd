"""POST /v2/api/entity/charge_usage"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.charge_usage_draft import ChargeUsageDict, ChargeUsageDraft
from ...operations import CHARGE_USAGE_CREATE as OPERATION


def build(draft: ChargeUsageDraft | ChargeUsageDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(ChargeUsageDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
