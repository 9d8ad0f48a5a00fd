"""POST /api2/estimates.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.estimate_draft import EstimateBody, EstimateDraft
from ...operations import ESTIMATES_CREATE as OPERATION


def build(draft: EstimateDraft | EstimateBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(EstimateDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
