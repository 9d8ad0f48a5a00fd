"""GET /api2/invoices/subscription"""

from __future__ import annotations

from datetime import date

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.subscription import Subscription
from ...operations import SUBSCRIPTIONS_LIST as OPERATION


def build(
    *,
    page: int | None = None,
    limit: int | None = None,
    name: str | None = None,
    client_id: int | None = None,
    client_type: str | None = None,
    date_from: date | str | None = None,
    date_to: date | str | None = None,
    summary_total_from: str | None = None,
    summary_total_to: str | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "page": page,
            "limit": limit,
            "name": name,
            "client_id": client_id,
            "client_type": client_type,
            "date_from": date_from,
            "date_to": date_to,
            "summary_total_from": summary_total_from,
            "summary_total_to": summary_total_to,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Subscription]:
    return decode_page(response, Subscription, settings)
