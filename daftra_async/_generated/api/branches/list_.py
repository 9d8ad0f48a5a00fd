"""GET /api2/branches"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.branch import Branch
from ...operations import BRANCHES_LIST as OPERATION


def build(*, page: int | None = None, limit: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "page": page,
            "limit": limit,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Branch]:
    return decode_page(response, Branch, settings)
