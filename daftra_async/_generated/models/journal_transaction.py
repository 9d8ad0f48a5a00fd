from __future__ import annotations

from decimal import Decimal

import attrs

from ...wire.record import NO_ID, DateTime, Record
from .account_entity_type import AccountEntityType


@attrs.frozen(kw_only=True, repr=False)
class JournalTransaction(Record):
    """One of the account's journal transactions."""

    id: int = NO_ID
    journal_id: int | None = None
    debit: Decimal | None = None
    credit: Decimal | None = None
    currency_debit: Decimal | None = None
    currency_credit: Decimal | None = None
    currency_code: str | None = None
    currency_rate: Decimal | None = None
    subkey: AccountEntityType | None = None
    description: str | None = None
    journal_account_id: int | None = None
    alter_description: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
