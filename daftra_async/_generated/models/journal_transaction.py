from __future__ import annotations

from decimal import Decimal

from ..._wire.record import NO_ID, DateTime, Record
from .enums import AccountEntityType


class JournalTransaction(Record, frozen=True, kw_only=True):
    """One of the account's journal transactions."""

    id: int = NO_ID
    """The record's id, set by the server."""
    journal_id: int | None = None
    debit: Decimal | None = None
    credit: Decimal | None = None
    currency_debit: Decimal | None = None
    currency_credit: Decimal | None = None
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    currency_rate: Decimal | None = None
    """Rate from this currency to the account's."""
    subkey: AccountEntityType | None = None
    description: str | None = None
    journal_account_id: int | None = None
    alter_description: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
