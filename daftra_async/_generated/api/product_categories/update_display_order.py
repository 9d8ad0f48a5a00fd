"""POST /api2/categories/update_display_order/{type}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...models.enums import CategoryType
from ...operations import PRODUCT_CATEGORIES_UPDATE_DISPLAY_ORDER as OPERATION


def build(type: CategoryType | int | str, body: Mapping[str, Any]) -> Request:
    return OPERATION.request(path={"type": type}, body=dict(body))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
