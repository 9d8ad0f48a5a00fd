"""GET /api2/notes.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.note import Note
from ...operations import NOTES_LIST as OPERATION


def build(
    *, limit: int | None = None, page: int | None = None, from_: str | None = None, to: str | None = None
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "from": from_,
            "to": to,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Note]:
    return decode_page(response, Note, settings)
