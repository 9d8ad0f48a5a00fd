"""POST /api2/requisitions"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.requisition_draft import RequisitionBody, RequisitionDraft
from ...operations import REQUISITIONS_CREATE as OPERATION


def build(
    draft: RequisitionDraft | RequisitionBody, *, extended: bool | None = None, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(
        query={
            "extended": extended,
        },
        body=prepare_body(RequisitionDraft, draft, new=True, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
