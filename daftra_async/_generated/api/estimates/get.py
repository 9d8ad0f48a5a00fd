"""GET /api2/estimates/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.estimate import Estimate
from ...operations import ESTIMATES_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Estimate:
    return decode_record(response, Estimate, settings)
