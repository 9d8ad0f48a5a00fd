"""PUT /v2/api/entity/employee_asset/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.asset_draft import AssetDict, AssetDraft
from ...operations import ASSETS_UPDATE as OPERATION


def build(id: int, draft: AssetDraft | AssetDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(AssetDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
