from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import AccountEntityType


@attrs.define(kw_only=True)
class JournalTransactionDraft(Draft):
    """What can be written of journal transactions."""

    id: int | None | UnsetType = UNSET
    """The record's id, set by the server."""
    debit: Decimal | int | str
    credit: Decimal | int | str
    currency_debit: Decimal | int | str | None | UnsetType = UNSET
    currency_credit: Decimal | int | str | None | UnsetType = UNSET
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    currency_rate: Decimal | int | str | None | UnsetType = UNSET
    """Rate from this currency to the account's."""
    subkey: AccountEntityType | str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    journal_account_id: int | None | UnsetType = UNSET
    alter_description: str | None | UnsetType = UNSET
    tax_id: int | None | UnsetType = UNSET
