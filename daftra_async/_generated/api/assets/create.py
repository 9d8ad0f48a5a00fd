"""POST /v2/api/entity/employee_asset"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.asset_draft import AssetDict, AssetDraft
from ...operations import ASSETS_CREATE as OPERATION


def build(draft: AssetDraft | AssetDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(AssetDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
