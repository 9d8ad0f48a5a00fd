from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

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
    """The debit in the account's currency."""
    credit: Decimal | int | str
    """The credit in the account's currency."""
    currency_debit: Decimal | int | str | None | UnsetType = UNSET
    """The debit in the entry's own currency."""
    currency_credit: Decimal | int | str | None | UnsetType = UNSET
    """The credit in the entry's own currency."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    currency_rate: Decimal | int | str | None | UnsetType = UNSET
    """Rate from this currency to the account's."""
    subkey: AccountEntityType | str | None | UnsetType = UNSET
    """What distinguishes it among the entry's transactions."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    journal_account_id: int | None | UnsetType = UNSET
    """The journal account that it is booked on."""
    alter_description: str | None | UnsetType = UNSET
    """A description in place of the one made by the system."""
    tax_id: int | None | UnsetType = UNSET
    """The id of the tax."""


class JournalTransactionDict(TypedDict, total=False):
    """``JournalTransactionDraft`` as a plain dict, by its attributes; they are described there."""

    id: int | None
    debit: Decimal | int | str
    credit: Decimal | int | str
    currency_debit: Decimal | int | str | None
    currency_credit: Decimal | int | str | None
    currency_code: str | None
    currency_rate: Decimal | int | str | None
    subkey: AccountEntityType | str | None
    description: str | None
    journal_account_id: int | None
    alter_description: str | None
    tax_id: int | None
