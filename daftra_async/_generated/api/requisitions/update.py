"""PUT /api2/requisitions/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.requisition_draft import RequisitionDraft
from ...operations import REQUISITIONS_UPDATE as OPERATION


def build(id: int, draft: RequisitionDraft | Mapping[str, Any], *, extended: bool | None = None) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "extended": extended,
        },
        body=body_of(draft),
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
