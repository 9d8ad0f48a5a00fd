"""GET /api2/expenses.json"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import ExpenseStatus, SortDirection
from ...models.expense import Expense
from ...operations import EXPENSES_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    sort: str | None = None,
    direction: SortDirection | str | None = None,
    id: int | None = None,
    expense_number: str | None = None,
    date_from: date | str | None = None,
    date_to: date | str | None = None,
    created_from: date | str | None = None,
    created_to: date | str | None = None,
    amount_from: Decimal | int | str | None = None,
    amount_to: Decimal | int | str | None = None,
    note: str | None = None,
    expense_category_id: int | None = None,
    vendor: str | None = None,
    client_id: int | None = None,
    journal_account_id: int | None = None,
    status: ExpenseStatus | str | None = None,
    work_order_id: int | None = None,
    recurring_expense_id: int | None = None,
    creation_method: str | None = None,
    staff_id: int | None = None,
    is_mileage: bool | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "sort": sort,
            "direction": direction,
            "id": id,
            "expense_number": expense_number,
            "date_from": date_from,
            "date_to": date_to,
            "created_from": created_from,
            "created_to": created_to,
            "amount_from": amount_from,
            "amount_to": amount_to,
            "note": note,
            "expense_category_id": expense_category_id,
            "vendor": vendor,
            "client_id": client_id,
            "journal_account_id": journal_account_id,
            "status": status,
            "work_order_id": work_order_id,
            "recurring_expense_id": recurring_expense_id,
            "creation_method": creation_method,
            "staff_id": staff_id,
            "is_mileage": is_mileage,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Expense]:
    return decode_page(response, Expense, settings)
