from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .cost_center_transaction_draft import CostCenterTransactionDraft
from .expense_allocation_draft import ExpenseAllocationDraft


@attrs.define(kw_only=True)
class ExpenseDraft(Draft):
    """What can be written of expenses."""

    _wire_section: ClassVar[str | None] = "Expense"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "journal_transactions": ("JournalTransaction", ""),
        "cost_center_transactions": ("CostCenterTransaction", ""),
        "recurring_expense": ("RecurringExpense", ""),
    }

    amount: Decimal | int | str | None | UnsetType = UNSET
    """The amount."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    vendor: str | None | UnsetType = UNSET
    category: str | None | UnsetType = UNSET
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    file: str | None | UnsetType = UNSET
    note: str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    tax1_id: int | None | UnsetType = UNSET
    tax1_name: str | None | UnsetType = UNSET
    tax1_value: Decimal | int | str | None | UnsetType = UNSET
    tax1_amount: Decimal | int | str | None | UnsetType = UNSET
    tax1_included: bool | None | UnsetType = UNSET
    tax2_id: int | None | UnsetType = UNSET
    tax2_name: str | None | UnsetType = UNSET
    tax2_value: Decimal | int | str | None | UnsetType = UNSET
    tax2_amount: Decimal | int | str | None | UnsetType = UNSET
    tax2_included: bool | None | UnsetType = UNSET
    is_income: bool | None | UnsetType = UNSET
    attachments: list[Any] | None | UnsetType = UNSET
    expense_category_id: int | None | UnsetType = UNSET
    supplier_id: int | None | UnsetType = UNSET
    """The supplier's id."""
    treasury_id: int | None | UnsetType = UNSET
    """The treasury or bank account the money goes to."""
    journal_account_id: int | None | UnsetType = UNSET
    work_order_id: int | None | UnsetType = UNSET
    """The work order it belongs to."""
    unit_id: int | None | UnsetType = UNSET
    expense_number: str | None | UnsetType = UNSET
    attachment: str | None | UnsetType = UNSET
    unique_id: str | None | UnsetType = UNSET
    """A mark of one's own."""
    clone_id: int | None | UnsetType = UNSET
    journal_transactions: list[ExpenseAllocationDraft] | None | UnsetType = UNSET
    cost_center_transactions: list[CostCenterTransactionDraft] | None | UnsetType = UNSET
    recurring_expense: dict[str, Any] | None | UnsetType = UNSET
