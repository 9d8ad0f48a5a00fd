from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, Record

if TYPE_CHECKING:
    from .income_draft import IncomeDraft


class Income(Record, frozen=True, kw_only=True):
    """One of the account's incomes."""

    id: int = NO_ID
    """The record's id, set by the server."""
    amount: Decimal | None = None
    """The amount."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    vendor: str | None = None
    category: str | None = None
    date: Date | None = None
    """The date of the document."""
    file: str | None = None
    note: str | None = None
    client_id: int | None = None
    """The client's id."""
    tax1_id: int | None = None
    tax1_name: str | None = None
    tax1_value: Decimal | None = None
    tax1_amount: Decimal | None = None
    tax1_included: bool | None = None
    tax2_id: int | None = None
    tax2_name: str | None = None
    tax2_value: Decimal | None = None
    tax2_amount: Decimal | None = None
    tax2_included: bool | None = None
    is_income: bool | None = None
    attachments: list[Any] = wire_field(default_factory=list)
    expense_category_id: int | None = None
    supplier_id: int | None = None
    """The supplier's id."""
    treasury_id: int | None = None
    """The treasury or bank account the money goes to."""
    journal_account_id: int | None = None
    work_order_id: int | None = None
    """The work order it belongs to."""
    unit_id: int | None = None
    expense_number: str | None = None
    attachment: str | None = None

    def to_draft(self) -> IncomeDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .income_draft import IncomeDraft

        return IncomeDraft.from_record(self)
