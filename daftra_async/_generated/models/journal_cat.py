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
    """Its code."""
    name: str | None = None
    """Its name, as people know it."""
    is_recalculated: bool | None = None
    """Whether its balance is up to date."""
    last_transaction_update: DateTime | None = None
    """When its last transaction was booked or changed."""
    entity_type: AccountEntityType | None = None
    """The kind of record it belongs to."""
    entity_id: int | None = None
    """The id of the record it belongs to."""
    journal_cat_id: int | None = None
    """The category of journal accounts that it is in."""
    parent_cat_ids: str | None = None
    """The categories above it, from the top."""
    type: JournalSide | None = None
    """Whether its balance is a debit or a credit."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    total_debit: Decimal | None = None
    """Sum of all debits."""
    total_credit: Decimal | None = None
    """Sum of all credits."""
    disabled: bool | None = None
    """Whether nothing more can be booked on it."""
    color: str | None = None
    """The colour it is shown in."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    branch_id: int | None = None
    """The branch it belongs to."""
    is_hidden: bool | None = None
    """Whether lists leave it out."""

    def to_draft(self) -> JournalCatDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .journal_cat_draft import JournalCatDraft

        return JournalCatDraft.from_record(self)
