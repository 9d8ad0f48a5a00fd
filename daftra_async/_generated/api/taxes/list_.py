"""GET /api2/taxes.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.tax import Tax
from ...operations import TAXES_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None, is_active: bool | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "is_active": is_active,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Tax]:
    return decode_page(response, Tax, settings)
