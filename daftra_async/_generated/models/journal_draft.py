from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import JournalEntityType
from .journal_transaction_draft import JournalTransactionDraft


@attrs.define(kw_only=True)
class JournalDraft(Draft):
    """What can be written of journals."""

    _wire_section: ClassVar[str | None] = "Journal"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "transactions": ("JournalTransaction", ""),
    }

    number: str | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    name: str | None | UnsetType = UNSET
    entity_type: JournalEntityType | str | None | UnsetType = UNSET
    """The kind of record it belongs to."""
    entity_id: int | None | UnsetType = UNSET
    """The id of the record it belongs to."""
    is_automatic: bool | None | UnsetType = UNSET
    description: str
    total_debit: Decimal | int | str
    """Sum of all debits."""
    total_credit: Decimal | int | str
    """Sum of all credits."""
    currency_code: str
    """ISO 4217 code of the currency, such as USD."""
    currency_credit: Decimal | int | str | None | UnsetType = UNSET
    currency_debit: Decimal | int | str | None | UnsetType = UNSET
    alter_description: str | None | UnsetType = UNSET
    draft: bool | None | UnsetType = UNSET
    """A draft is not issued and not booked."""
    manual_currency_rate: Decimal | int | str | None | UnsetType = UNSET
    attachment: str | None | UnsetType = UNSET
    transactions: list[JournalTransactionDraft] | None | UnsetType = UNSET
