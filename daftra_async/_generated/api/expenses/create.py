"""POST /api2/expenses.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.expense_draft import ExpenseBody, ExpenseDraft
from ...operations import EXPENSES_CREATE as OPERATION


def build(draft: ExpenseDraft | ExpenseBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(ExpenseDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
