"""PUT /v2/api/entity/cost_center/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.cost_center_draft import CostCenterDict, CostCenterDraft
from ...operations import COST_CENTERS_UPDATE as OPERATION


def build(id: int, draft: CostCenterDraft | CostCenterDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(CostCenterDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
