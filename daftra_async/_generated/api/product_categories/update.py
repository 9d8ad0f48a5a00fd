"""PUT /api2/product_categories/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.product_category_draft import ProductCategoryDraft
from ...operations import PRODUCT_CATEGORIES_UPDATE as OPERATION


def build(id: int, draft: ProductCategoryDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(path={"id": id}, body=body_of(draft))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
