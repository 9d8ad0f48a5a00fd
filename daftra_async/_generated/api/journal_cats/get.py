"""GET /api2/journal_cats/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.journal_cat import JournalCat
from ...operations import JOURNAL_CATS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> JournalCat:
    return decode_record(response, JournalCat, settings)
