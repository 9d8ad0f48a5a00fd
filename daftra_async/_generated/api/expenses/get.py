"""GET /api2/expenses/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.expense import Expense
from ...operations import EXPENSES_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Expense:
    return decode_record(response, Expense, settings)
