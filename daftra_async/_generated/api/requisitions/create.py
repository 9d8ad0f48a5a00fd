"""POST /api2/requisitions"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.requisition_draft import RequisitionDraft
from ...operations import REQUISITIONS_CREATE as OPERATION


def build(draft: RequisitionDraft | Mapping[str, Any], *, extended: bool | None = None) -> Request:
    return OPERATION.request(
        query={
            "extended": extended,
        },
        body=body_of(draft, new=True),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
