"""GET /api2/products.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import ProductAvailability
from ...models.product import Product
from ...operations import PRODUCTS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    load_custom_data: bool | None = None,
    keywords: str | None = None,
    category: str | None = None,
    supplier_id: int | None = None,
    brand_id: int | None = None,
    status: ProductAvailability | int | None = None,
    tracking_type: str | None = None,
    barcode: str | None = None,
    product_code: str | None = None,
    with_images: bool | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "load_custom_data": load_custom_data,
            "keywords": keywords,
            "category": category,
            "supplier_id": supplier_id,
            "brand_id": brand_id,
            "status": status,
            "tracking_type": tracking_type,
            "barcode": barcode,
            "product_code": product_code,
            "with_images": with_images,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Product]:
    return decode_page(response, Product, settings)
