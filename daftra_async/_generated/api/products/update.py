"""PUT /api2/products/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.product_draft import ProductBody, ProductDraft
from ...operations import PRODUCTS_UPDATE as OPERATION


def build(id: int, draft: ProductDraft | ProductBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(ProductDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
