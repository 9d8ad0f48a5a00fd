"""POST /v2/api/multi-entity"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...operations import ENTITIES_FETCH_MANY as OPERATION


def build(body: Sequence[Mapping[str, Any]]) -> Request:
    return OPERATION.request(body=list(body))


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
