from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, Record

if TYPE_CHECKING:
    from .expense_draft import ExpenseDraft


class Expense(Record, frozen=True, kw_only=True):
    """One of the account's expenses."""

    id: int = NO_ID
    """The record's id, set by the server."""
    amount: Decimal | None = None
    """The amount."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    vendor: str | None = None
    """Who was paid, or who paid, as free text."""
    category: str | None = None
    """The name of its category."""
    date: Date | None = None
    """The date of the document."""
    file: str | None = None
    """The file name of the receipt."""
    note: str | None = None
    """Notes."""
    client_id: int | None = None
    """The client's id."""
    tax1_id: int | None = None
    """The id of the first tax."""
    tax1_name: str | None = None
    """The first tax's name."""
    tax1_value: Decimal | None = None
    """The first tax's rate in percent."""
    tax1_amount: Decimal | None = None
    """The first tax as an amount."""
    tax1_included: bool | None = None
    """Whether the amount includes the first tax."""
    tax2_id: int | None = None
    """The id of the second tax."""
    tax2_name: str | None = None
    """The second tax's name."""
    tax2_value: Decimal | None = None
    """The second tax's rate in percent."""
    tax2_amount: Decimal | None = None
    """The second tax as an amount."""
    tax2_included: bool | None = None
    """Whether the amount includes the second tax."""
    is_income: bool | None = None
    """Whether money came in; otherwise it went out."""
    attachments: list[Any] = wire_field(default_factory=list)
    """Files attached to it."""
    expense_category_id: int | None = None
    """The id of its category of expenses."""
    supplier_id: int | None = None
    """The supplier's id."""
    treasury_id: int | None = None
    """The treasury or bank account the money goes to."""
    journal_account_id: int | None = None
    """The journal account that it is booked on."""
    work_order_id: int | None = None
    """The work order it belongs to."""
    unit_id: int | None = None
    """The id of its unit."""
    expense_number: str | None = None
    """Its number among the vouchers."""
    attachment: str | None = None
    """Files attached to it."""

    def to_draft(self) -> ExpenseDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .expense_draft import ExpenseDraft

        return ExpenseDraft.from_record(self)
