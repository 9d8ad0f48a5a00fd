"""GET /api2/shipping_options"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.shipping_method import ShippingMethod
from ...operations import SHIPPING_OPTIONS_LIST as OPERATION


def build(*, page: int | None = None, limit: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "page": page,
            "limit": limit,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[ShippingMethod]:
    return decode_page(response, ShippingMethod, settings)
