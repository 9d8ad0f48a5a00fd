"""PUT /api2/work_orders/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.work_order_draft import WorkOrderBody, WorkOrderDraft
from ...operations import WORK_ORDERS_UPDATE as OPERATION


def build(id: int, draft: WorkOrderDraft | WorkOrderBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(WorkOrderDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
