"""POST /v2/api/entity/product_bundle"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.product_bundle_draft import ProductBundleDict, ProductBundleDraft
from ...operations import PRODUCT_BUNDLES_CREATE as OPERATION


def build(draft: ProductBundleDraft | ProductBundleDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(ProductBundleDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
