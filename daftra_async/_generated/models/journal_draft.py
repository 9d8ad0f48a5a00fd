from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import JournalEntityType
from .journal_transaction_draft import JournalTransactionDict, JournalTransactionDraft


@attrs.define(kw_only=True)
class JournalDraft(Draft):
    """What can be written of journals."""

    _wire_section: ClassVar[str | None] = "Journal"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "transactions": ("JournalTransaction", ""),
    }

    number: str | None | UnsetType = UNSET
    """Its number."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    entity_type: JournalEntityType | str | None | UnsetType = UNSET
    """The kind of record it belongs to."""
    entity_id: int | None | UnsetType = UNSET
    """The id of the record it belongs to."""
    is_automatic: bool | None | UnsetType = UNSET
    """Whether the system made it, for a document."""
    description: str
    """Free text about it."""
    total_debit: Decimal | int | str
    """Sum of all debits."""
    total_credit: Decimal | int | str
    """Sum of all credits."""
    currency_code: str
    """ISO 4217 code of the currency, such as USD."""
    currency_credit: Decimal | int | str | None | UnsetType = UNSET
    """The credit in the entry's own currency."""
    currency_debit: Decimal | int | str | None | UnsetType = UNSET
    """The debit in the entry's own currency."""
    alter_description: str | None | UnsetType = UNSET
    """A description in place of the one made by the system."""
    draft: bool | None | UnsetType = UNSET
    """A draft is not issued and not booked."""
    manual_currency_rate: Decimal | int | str | None | UnsetType = UNSET
    """The exchange rate to be used in place of the day's."""
    attachment: str | None | UnsetType = UNSET
    """Files attached to it."""
    transactions: list[JournalTransactionDraft] | None | UnsetType = UNSET


class JournalDict(TypedDict, total=False):
    """``JournalDraft`` as a plain dict, by its attributes; they are described there."""

    number: str | None
    staff_id: int | None
    date: Date | str | None
    name: str | None
    entity_type: JournalEntityType | str | None
    entity_id: int | None
    is_automatic: bool | None
    description: str
    total_debit: Decimal | int | str
    total_credit: Decimal | int | str
    currency_code: str
    currency_credit: Decimal | int | str | None
    currency_debit: Decimal | int | str | None
    alter_description: str | None
    draft: bool | None
    manual_currency_rate: Decimal | int | str | None
    attachment: str | None
    transactions: Sequence[JournalTransactionDraft | JournalTransactionDict] | None


class JournalBody(JournalDict, total=False):
    """``JournalDraft`` as a plain dict, in the documented shape as well."""

    Journal: JournalBody
    JournalTransaction: Sequence[JournalTransactionDraft | JournalTransactionDict] | None
