"""GET /api2/stock_transactions.json"""

from __future__ import annotations

from datetime import date

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.stock_transaction import StockTransaction
from ...operations import STOCK_TRANSACTIONS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    product_id: int | None = None,
    tracking_number_id: int | None = None,
    store_id: int | None = None,
    source_type: str | None = None,
    transaction_category_id: int | None = None,
    branch_id_: int | None = None,
    date_from: date | str | None = None,
    date_to: date | str | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "product_id": product_id,
            "tracking_number_id": tracking_number_id,
            "store_id": store_id,
            "source_type": source_type,
            "transaction_category_id": transaction_category_id,
            "branch_id": branch_id_,
            "date_from": date_from,
            "date_to": date_to,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[StockTransaction]:
    return decode_page(response, StockTransaction, settings)
