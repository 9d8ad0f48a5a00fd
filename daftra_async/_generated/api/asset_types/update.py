"""PUT /v2/api/entity/asset_type/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.asset_type_draft import AssetTypeDict, AssetTypeDraft
from ...operations import ASSET_TYPES_UPDATE as OPERATION


def build(id: int, draft: AssetTypeDraft | AssetTypeDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(AssetTypeDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
