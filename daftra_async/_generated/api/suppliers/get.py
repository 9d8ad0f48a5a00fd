"""GET /api2/suppliers/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.supplier import Supplier
from ...operations import SUPPLIERS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Supplier:
    return decode_record(response, Supplier, settings)
