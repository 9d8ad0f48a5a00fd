from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import TreasuryType

if TYPE_CHECKING:
    from .treasury_draft import TreasuryDraft


class Treasury(Record, frozen=True, kw_only=True):
    """One of the account's treasuries."""

    id: int = NO_ID
    """The record's id, set by the server."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    name: str | None = None
    """Its name, as people know it."""
    type: TreasuryType | None = None
    type_name: str | None = None
    type_account_number: str | None = None
    active: bool | None = None
    """Whether it can be used."""
    is_primary: bool | None = None
    description: str | None = None
    """Free text about it."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    balance: Decimal | None = None
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""

    def to_draft(self) -> TreasuryDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .treasury_draft import TreasuryDraft

        return TreasuryDraft.from_record(self)
