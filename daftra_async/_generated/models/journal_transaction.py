from __future__ import annotations

from decimal import Decimal

from ..._wire.record import NO_ID, DateTime, Record
from .enums import AccountEntityType


class JournalTransaction(Record, frozen=True, kw_only=True):
    """One of the account's journal transactions."""

    id: int = NO_ID
    """The record's id, set by the server."""
    journal_id: int | None = None
    """The journal entry that it is part of."""
    debit: Decimal | None = None
    """The debit in the account's currency."""
    credit: Decimal | None = None
    """The credit in the account's currency."""
    currency_debit: Decimal | None = None
    """The debit in the entry's own currency."""
    currency_credit: Decimal | None = None
    """The credit in the entry's own currency."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    currency_rate: Decimal | None = None
    """Rate from this currency to the account's."""
    subkey: AccountEntityType | None = None
    """What distinguishes it among the entry's transactions."""
    description: str | None = None
    """Free text about it."""
    journal_account_id: int | None = None
    """The journal account that it is booked on."""
    alter_description: str | None = None
    """A description in place of the one made by the system."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
