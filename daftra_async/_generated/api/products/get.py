"""GET /api2/products/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.product import Product
from ...operations import PRODUCTS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Product:
    return decode_record(response, Product, settings)
