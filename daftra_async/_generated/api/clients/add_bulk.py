"""POST /api2/clients/add_bulk"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...._wire import DecodeSettings, Draft, Request, Response, decode_json
from ...._wire.draft import body_of
from ...operations import CLIENTS_ADD_BULK as OPERATION


def build(body: Sequence[Draft | Mapping[str, Any]]) -> Request:
    return OPERATION.request(body=[body_of(item, new=True) for item in body])


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
