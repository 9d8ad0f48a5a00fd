"""POST /v2/api/entity/credit_usage"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.credit_usage_draft import CreditUsageDict, CreditUsageDraft
from ...operations import CREDIT_USAGE_CREATE as OPERATION


def build(draft: CreditUsageDraft | CreditUsageDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(CreditUsageDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
