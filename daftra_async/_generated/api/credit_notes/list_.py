"""GET /api2/credit_notes.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.credit_note import CreditNote
from ...operations import CREDIT_NOTES_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[CreditNote]:
    return decode_page(response, CreditNote, settings)
