"""POST /api2/work_orders.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.work_order_draft import WorkOrderBody, WorkOrderDraft
from ...operations import WORK_ORDERS_CREATE as OPERATION


def build(draft: WorkOrderDraft | WorkOrderBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(WorkOrderDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
