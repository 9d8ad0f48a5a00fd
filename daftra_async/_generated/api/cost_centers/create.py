"""POST /v2/api/entity/cost_center"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.cost_center_draft import CostCenterDict, CostCenterDraft
from ...operations import COST_CENTERS_CREATE as OPERATION


def build(draft: CostCenterDraft | CostCenterDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(CostCenterDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
