"""DELETE /api2/sales_orders/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...operations import SALES_ORDERS_DELETE as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
