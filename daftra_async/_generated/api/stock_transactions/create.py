"""POST /api2/stock_transactions.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.stock_transaction_draft import StockTransactionBody, StockTransactionDraft
from ...operations import STOCK_TRANSACTIONS_CREATE as OPERATION


def build(draft: StockTransactionDraft | StockTransactionBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(StockTransactionDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
