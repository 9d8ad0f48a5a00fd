from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .enums import JournalEntityType
from .journal_transaction import JournalTransaction as _JournalTransaction

if TYPE_CHECKING:
    from .journal_draft import JournalDraft


class Journal(Record, frozen=True, kw_only=True):
    """One of the account's journals."""

    id: int = NO_ID
    """The record's id, set by the server."""
    number: str | None = None
    """Its number."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    date: Date | None = None
    """The date of the document."""
    name: str | None = None
    """Its name, as people know it."""
    entity_type: JournalEntityType | None = None
    """The kind of record it belongs to."""
    entity_id: int | None = None
    """The id of the record it belongs to."""
    is_automatic: bool | None = None
    """Whether the system made it, for a document."""
    description: str | None = None
    """Free text about it."""
    total_debit: Decimal | None = None
    """Sum of all debits."""
    total_credit: Decimal | None = None
    """Sum of all credits."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    currency_credit: Decimal | None = None
    """The credit in the entry's own currency."""
    currency_debit: Decimal | None = None
    """The debit in the entry's own currency."""
    alter_description: str | None = None
    """A description in place of the one made by the system."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    transactions: list[_JournalTransaction] = wire_field(default_factory=list, name="JournalTransaction")
    """Its transactions: debits and credits that balance."""
    draft: bool | None = None
    """A draft is not issued and not booked."""
    attachment: str | None = None
    """Files attached to it."""

    def to_draft(self) -> JournalDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .journal_draft import JournalDraft

        return JournalDraft.from_record(self)
