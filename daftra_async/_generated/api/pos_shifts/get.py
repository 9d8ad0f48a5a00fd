"""GET /api2/pos_shifts"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.pos_shift import PosShift
from ...operations import POS_SHIFTS_GET as OPERATION


def build() -> Request:
    return OPERATION.request()


def parse(response: Response, settings: DecodeSettings) -> PosShift:
    return decode_record(response, PosShift, settings)
