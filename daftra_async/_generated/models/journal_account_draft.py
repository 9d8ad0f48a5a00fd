from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import AccountEntityType, JournalSide


@attrs.define(kw_only=True)
class JournalAccountDraft(Draft):
    """What can be written of journal accounts."""

    _wire_section: ClassVar[str | None] = "JournalAccount"

    journal_cat_id: int | None | UnsetType = UNSET
    """The category of journal accounts that it is in."""
    code: str | None | UnsetType = UNSET
    """Its code."""
    type: JournalSide | int
    """Whether its balance is a debit or a credit."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    total_debit: Decimal | int | str | None | UnsetType = UNSET
    """Sum of all debits."""
    total_credit: Decimal | int | str | None | UnsetType = UNSET
    """Sum of all credits."""
    entity_type: AccountEntityType | str | None | UnsetType = UNSET
    """The kind of record it belongs to."""
    entity_id: int | None | UnsetType = UNSET
    """The id of the record it belongs to."""
    name: str
    """Its name, as people know it."""
    is_recalculated: bool | None | UnsetType = UNSET
    """Whether its balance is up to date."""
    parent_cat_ids: str | None | UnsetType = UNSET
    """The categories above it, from the top."""
    disabled: bool | None | UnsetType = UNSET
    """Whether nothing more can be booked on it."""


class JournalAccountDict(TypedDict, total=False):
    """``JournalAccountDraft`` as a plain dict, by its attributes; they are described there."""

    journal_cat_id: int | None
    code: str | None
    type: JournalSide | int
    staff_id: int | None
    total_debit: Decimal | int | str | None
    total_credit: Decimal | int | str | None
    entity_type: AccountEntityType | str | None
    entity_id: int | None
    name: str
    is_recalculated: bool | None
    parent_cat_ids: str | None
    disabled: bool | None


class JournalAccountBody(JournalAccountDict, total=False):
    """``JournalAccountDraft`` as a plain dict, in the documented shape as well."""

    JournalAccount: JournalAccountBody
