"""GET /api2/journal_cats.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.journal_cat import JournalCat
from ...operations import JOURNAL_CATS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[JournalCat]:
    return decode_page(response, JournalCat, settings)
