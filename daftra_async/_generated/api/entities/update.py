"""PUT /v2/api/entity/{entity}/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...operations import ENTITIES_UPDATE as OPERATION


def build(entity: str, id: int, body: Mapping[str, Any]) -> Request:
    return OPERATION.request(path={"entity": entity, "id": id}, body=dict(body))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
