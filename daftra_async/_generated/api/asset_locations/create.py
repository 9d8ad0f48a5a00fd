"""POST /v2/api/entity/asset_location"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.asset_location_draft import AssetLocationDict, AssetLocationDraft
from ...operations import ASSET_LOCATIONS_CREATE as OPERATION


def build(draft: AssetLocationDraft | AssetLocationDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(AssetLocationDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
