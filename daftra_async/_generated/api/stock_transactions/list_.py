"""GET /api2/stock_transactions.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.stock_transaction import StockTransaction
from ...operations import STOCK_TRANSACTIONS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[StockTransaction]:
    return decode_page(response, StockTransaction, settings)
