"""GET /api2/credit_notes/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.credit_note import CreditNote
from ...operations import CREDIT_NOTES_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> CreditNote:
    return decode_record(response, CreditNote, settings)
