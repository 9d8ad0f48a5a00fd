"""POST /v2/api/entity/credit_usage"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.credit_usage_draft import CreditUsageDict, CreditUsageDraft
from ...operations import CREDIT_USAGE_UPDATE as OPERATION


def build(id: int, draft: CreditUsageDraft | CreditUsageDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(CreditUsageDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
