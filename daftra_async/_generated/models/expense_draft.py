from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .cost_center_transaction_draft import CostCenterTransactionDict, CostCenterTransactionDraft
from .expense_allocation_draft import ExpenseAllocationDict, ExpenseAllocationDraft


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
    """Who was paid, or who paid, as free text."""
    category: str | None | UnsetType = UNSET
    """The name of its category."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    file: str | None | UnsetType = UNSET
    """The file name of the receipt."""
    note: str | None | UnsetType = UNSET
    """Notes."""
    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    tax1_id: int | None | UnsetType = UNSET
    """The id of the first tax."""
    tax1_name: str | None | UnsetType = UNSET
    """The first tax's name."""
    tax1_value: Decimal | int | str | None | UnsetType = UNSET
    """The first tax's rate in percent."""
    tax1_amount: Decimal | int | str | None | UnsetType = UNSET
    """The first tax as an amount."""
    tax1_included: bool | None | UnsetType = UNSET
    """Whether the amount includes the first tax."""
    tax2_id: int | None | UnsetType = UNSET
    """The id of the second tax."""
    tax2_name: str | None | UnsetType = UNSET
    """The second tax's name."""
    tax2_value: Decimal | int | str | None | UnsetType = UNSET
    """The second tax's rate in percent."""
    tax2_amount: Decimal | int | str | None | UnsetType = UNSET
    """The second tax as an amount."""
    tax2_included: bool | None | UnsetType = UNSET
    """Whether the amount includes the second tax."""
    is_income: bool | None | UnsetType = UNSET
    """Whether money came in; otherwise it went out."""
    attachments: list[Any] | None | UnsetType = UNSET
    """Files attached to it."""
    expense_category_id: int | None | UnsetType = UNSET
    """The id of its category of expenses."""
    supplier_id: int | None | UnsetType = UNSET
    """The supplier's id."""
    treasury_id: int | None | UnsetType = UNSET
    """The treasury or bank account the money goes to."""
    journal_account_id: int | None | UnsetType = UNSET
    """The journal account that it is booked on."""
    work_order_id: int | None | UnsetType = UNSET
    """The work order it belongs to."""
    unit_id: int | None | UnsetType = UNSET
    """The id of its unit."""
    expense_number: str | None | UnsetType = UNSET
    """Its number among the vouchers."""
    attachment: str | None | UnsetType = UNSET
    """Files attached to it."""
    unique_id: str | None | UnsetType = UNSET
    """A mark of one's own."""
    clone_id: int | None | UnsetType = UNSET
    """The id of the record that it is a copy of."""
    journal_transactions: list[ExpenseAllocationDraft] | None | UnsetType = UNSET
    cost_center_transactions: list[CostCenterTransactionDraft] | None | UnsetType = UNSET
    recurring_expense: dict[str, Any] | None | UnsetType = UNSET


class ExpenseDict(TypedDict, total=False):
    """``ExpenseDraft`` as a plain dict, by its attributes; they are described there."""

    amount: Decimal | int | str | None
    currency_code: str | None
    vendor: str | None
    category: str | None
    date: Date | str | None
    file: str | None
    note: str | None
    client_id: int | None
    tax1_id: int | None
    tax1_name: str | None
    tax1_value: Decimal | int | str | None
    tax1_amount: Decimal | int | str | None
    tax1_included: bool | None
    tax2_id: int | None
    tax2_name: str | None
    tax2_value: Decimal | int | str | None
    tax2_amount: Decimal | int | str | None
    tax2_included: bool | None
    is_income: bool | None
    attachments: list[Any] | None
    expense_category_id: int | None
    supplier_id: int | None
    treasury_id: int | None
    journal_account_id: int | None
    work_order_id: int | None
    unit_id: int | None
    expense_number: str | None
    attachment: str | None
    unique_id: str | None
    clone_id: int | None
    journal_transactions: Sequence[ExpenseAllocationDraft | ExpenseAllocationDict] | None
    cost_center_transactions: Sequence[CostCenterTransactionDraft | CostCenterTransactionDict] | None
    recurring_expense: dict[str, Any] | None


class ExpenseBody(ExpenseDict, total=False):
    """``ExpenseDraft`` as a plain dict, in the documented shape as well."""

    Expense: ExpenseBody
    JournalTransaction: Sequence[ExpenseAllocationDraft | ExpenseAllocationDict] | None
    CostCenterTransaction: Sequence[CostCenterTransactionDraft | CostCenterTransactionDict] | None
    RecurringExpense: dict[str, Any] | None
