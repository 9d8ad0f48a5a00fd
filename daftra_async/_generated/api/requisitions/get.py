"""GET /api2/requisitions/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.requisition import Requisition
from ...operations import REQUISITIONS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Requisition:
    return decode_record(response, Requisition, settings)
