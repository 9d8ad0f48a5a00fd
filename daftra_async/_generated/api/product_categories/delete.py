"""DELETE /api2/product_categories/{type}/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...models.enums import CategoryType
from ...operations import PRODUCT_CATEGORIES_DELETE as OPERATION


def build(type: CategoryType | int | str, id: int) -> Request:
    return OPERATION.request(
        path={"type": type, "id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
