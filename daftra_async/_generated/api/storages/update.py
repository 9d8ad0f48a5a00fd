"""PUT /v2/api/entity/storage/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.storage_draft import StorageDraft
from ...operations import STORAGES_UPDATE as OPERATION


def build(id: int, draft: StorageDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(path={"id": id}, body=body_of(draft, id=id))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
