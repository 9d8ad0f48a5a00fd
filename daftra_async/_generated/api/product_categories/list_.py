"""GET /api2/product_categories.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.product_category import ProductCategory
from ...operations import PRODUCT_CATEGORIES_LIST as OPERATION


def build(
    *, limit: int | None = None, page: int | None = None, parent_id: int | None = None, id: int | None = None
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "parent_id": parent_id,
            "id": id,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[ProductCategory]:
    return decode_page(response, ProductCategory, settings)
