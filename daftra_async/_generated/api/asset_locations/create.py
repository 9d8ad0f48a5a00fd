"""POST /v2/api/entity/asset_location"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.asset_location_draft import AssetLocationDraft
from ...operations import ASSET_LOCATIONS_CREATE as OPERATION


def build(draft: AssetLocationDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, new=True))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
