"""POST /api2/product_categories"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.product_category_draft import ProductCategoryDraft
from ...operations import PRODUCT_CATEGORIES_CREATE as OPERATION


def build(draft: ProductCategoryDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, new=True))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
