"""POST /v2/oauth/token"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.token import Token
from ...operations import AUTHORIZATION_CREATE_TOKEN as OPERATION


def build(body: Mapping[str, Any]) -> Request:
    return OPERATION.request(body=dict(body))


def parse(response: Response, settings: DecodeSettings) -> Token:
    return decode_record(response, Token, settings)
