"""GET /api2/invoices/view_subscription/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.subscription import Subscription
from ...operations import SUBSCRIPTIONS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Subscription:
    return decode_record(response, Subscription, settings)
