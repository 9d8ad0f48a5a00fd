"""PUT /api2/stock_transactions/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.stock_transaction_draft import StockTransactionBody, StockTransactionDraft
from ...operations import STOCK_TRANSACTIONS_UPDATE as OPERATION


def build(
    id: int, draft: StockTransactionDraft | StockTransactionBody, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(StockTransactionDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
