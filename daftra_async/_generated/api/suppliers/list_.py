"""GET /api2/suppliers.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.supplier import Supplier
from ...operations import SUPPLIERS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Supplier]:
    return decode_page(response, Supplier, settings)
