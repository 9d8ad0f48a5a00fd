"""PUT /api2/requisitions/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.requisition_draft import RequisitionBody, RequisitionDraft
from ...operations import REQUISITIONS_UPDATE as OPERATION


def build(
    id: int,
    draft: RequisitionDraft | RequisitionBody,
    *,
    extended: bool | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "extended": extended,
        },
        body=prepare_body(RequisitionDraft, draft, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
