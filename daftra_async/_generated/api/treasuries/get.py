"""GET /api2/treasuries/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.treasury import Treasury
from ...operations import TREASURIES_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Treasury:
    return decode_record(response, Treasury, settings)
