"""POST /v2/api/entity/asset_type"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.asset_type_draft import AssetTypeDict, AssetTypeDraft
from ...operations import ASSET_TYPES_CREATE as OPERATION


def build(draft: AssetTypeDraft | AssetTypeDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(AssetTypeDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
