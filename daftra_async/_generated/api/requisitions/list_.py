"""GET /api2/requisitions"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.requisition import Requisition
from ...operations import REQUISITIONS_LIST as OPERATION


def build(*, page: int | None = None, limit: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "page": page,
            "limit": limit,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Requisition]:
    return decode_page(response, Requisition, settings)
