"""POST /v2/api/entity/{entity}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...operations import ENTITIES_CREATE as OPERATION


def build(entity: str, body: Mapping[str, Any]) -> Request:
    return OPERATION.request(path={"entity": entity}, body=dict(body))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
