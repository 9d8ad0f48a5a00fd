"""GET /api2/staff.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import SortDirection
from ...models.staff import Staff
from ...operations import STAFF_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    load_custom_data: bool | None = None,
    name: str | None = None,
    email_address: str | None = None,
    default_treasury_id: int | None = None,
    sort: str | None = None,
    direction: SortDirection | str | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "load_custom_data": load_custom_data,
            "name": name,
            "email_address": email_address,
            "default_treasury_id": default_treasury_id,
            "sort": sort,
            "direction": direction,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Staff]:
    return decode_page(response, Staff, settings)
