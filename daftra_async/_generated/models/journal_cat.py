from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import AccountEntityType, JournalSide

if TYPE_CHECKING:
    from .journal_cat_draft import JournalCatDraft


class JournalCat(Record, frozen=True, kw_only=True):
    """One of the account's journal cats."""

    id: int = NO_ID
    """The record's id, set by the server."""
    code: str | None = None
    name: str | None = None
    is_recalculated: bool | None = None
    last_transaction_update: DateTime | None = None
    entity_type: AccountEntityType | None = None
    """The kind of record it belongs to."""
    entity_id: int | None = None
    """The id of the record it belongs to."""
    journal_cat_id: int | None = None
    parent_cat_ids: str | None = None
    type: JournalSide | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    total_debit: Decimal | None = None
    """Sum of all debits."""
    total_credit: Decimal | None = None
    """Sum of all credits."""
    disabled: bool | None = None
    color: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    branch_id: int | None = None
    """The branch it belongs to."""
    is_hidden: bool | None = None

    def to_draft(self) -> JournalCatDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .journal_cat_draft import JournalCatDraft

        return JournalCatDraft.from_record(self)
