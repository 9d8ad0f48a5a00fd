"""POST /api2/sales_orders/convert_to_invoice/{id}"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.sales_order_conversion_draft import SalesOrderConversionBody, SalesOrderConversionDraft
from ...operations import SALES_ORDERS_CONVERT_TO_INVOICE as OPERATION


def build(
    id: int,
    draft: SalesOrderConversionDraft | SalesOrderConversionBody,
    *,
    requisition_ids: Sequence[str] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "requisition_ids": requisition_ids,
        },
        body=prepare_body(SalesOrderConversionDraft, draft, new=True, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
