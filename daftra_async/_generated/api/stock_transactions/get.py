"""GET /api2/stock_transactions/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.stock_transaction import StockTransaction
from ...operations import STOCK_TRANSACTIONS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> StockTransaction:
    return decode_record(response, StockTransaction, settings)
