"""POST /api2/product_categories"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.product_category_draft import ProductCategoryBody, ProductCategoryDraft
from ...operations import PRODUCT_CATEGORIES_CREATE as OPERATION


def build(draft: ProductCategoryDraft | ProductCategoryBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(ProductCategoryDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
