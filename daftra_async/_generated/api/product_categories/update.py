"""PUT /api2/product_categories/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.product_category_draft import ProductCategoryBody, ProductCategoryDraft
from ...operations import PRODUCT_CATEGORIES_UPDATE as OPERATION


def build(
    id: int, draft: ProductCategoryDraft | ProductCategoryBody, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(ProductCategoryDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
