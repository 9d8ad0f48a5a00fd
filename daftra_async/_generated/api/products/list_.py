"""GET /api2/products.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.product import Product
from ...operations import PRODUCTS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None, load_custom_data: bool | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "load_custom_data": load_custom_data,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Product]:
    return decode_page(response, Product, settings)
