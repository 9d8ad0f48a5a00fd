from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record
from .journal_entity_type import JournalEntityType
from .journal_transaction import JournalTransaction as _JournalTransaction

if TYPE_CHECKING:
    from .journal_draft import JournalDraft


@attrs.frozen(kw_only=True, repr=False)
class Journal(Record):
    """One of the account's journals."""

    id: int = NO_ID
    number: str | None = None
    staff_id: int | None = None
    date: Date | None = None
    name: str | None = None
    entity_type: JournalEntityType | None = None
    entity_id: int | None = None
    is_automatic: bool | None = None
    description: str | None = None
    total_debit: Decimal | None = None
    total_credit: Decimal | None = None
    currency_code: str | None = None
    currency_credit: Decimal | None = None
    currency_debit: Decimal | None = None
    alter_description: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    JournalTransaction: list[_JournalTransaction] = attrs.field(factory=list, alias="transactions")

    @property
    def transactions(self) -> list[_JournalTransaction]:
        """`JournalTransaction` in the server's answer."""
        return self.JournalTransaction

    def to_draft(self) -> JournalDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .journal_draft import JournalDraft

        return JournalDraft.from_record(self)
