"""GET /api2/journals/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.journal import Journal
from ...operations import JOURNALS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Journal:
    return decode_record(response, Journal, settings)
