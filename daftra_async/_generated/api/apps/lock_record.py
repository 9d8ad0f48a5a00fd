"""GET /v2/api/apps-manager/{app_id}/{entity}/{entity_id}/{lock}"""

from __future__ import annotations

from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...models.enums import RecordLock
from ...operations import APPS_LOCK_RECORD as OPERATION


def build(app_id: int, entity: str, entity_id: int, lock: RecordLock | str) -> Request:
    return OPERATION.request(
        path={"app_id": app_id, "entity": entity, "entity_id": entity_id, "lock": lock},
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
