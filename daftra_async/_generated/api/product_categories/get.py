"""GET /api2/product_categories/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.product_category import ProductCategory
from ...operations import PRODUCT_CATEGORIES_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> ProductCategory:
    return decode_record(response, ProductCategory, settings)
