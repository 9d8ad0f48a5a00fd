"""GET /api2/clients.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.client import Client
from ...models.enums import SortDirection
from ...operations import CLIENTS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    sort: str | None = None,
    direction: SortDirection | str | None = None,
    keywords: str | None = None,
    assign_staff_id: int | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "sort": sort,
            "direction": direction,
            "keywords": keywords,
            "assign_staff_id": assign_staff_id,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Client]:
    return decode_page(response, Client, settings)
