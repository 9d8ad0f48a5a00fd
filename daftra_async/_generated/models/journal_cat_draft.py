from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import AccountEntityType, JournalSide


@attrs.define(kw_only=True)
class JournalCatDraft(Draft):
    """What can be written of journal cats."""

    _wire_section: ClassVar[str | None] = "JournalCat"

    code: str | None | UnsetType = UNSET
    """Its code."""
    name: str
    """Its name, as people know it."""
    is_recalculated: bool | None | UnsetType = UNSET
    """Whether its balance is up to date."""
    entity_type: AccountEntityType | str | None | UnsetType = UNSET
    """The kind of record it belongs to."""
    entity_id: int | None | UnsetType = UNSET
    """The id of the record it belongs to."""
    journal_cat_id: int | None | UnsetType = UNSET
    """The category of journal accounts that it is in."""
    parent_cat_ids: str | None | UnsetType = UNSET
    """The categories above it, from the top."""
    type: JournalSide | int
    """Whether its balance is a debit or a credit."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    total_debit: Decimal | int | str | None | UnsetType = UNSET
    """Sum of all debits."""
    total_credit: Decimal | int | str | None | UnsetType = UNSET
    """Sum of all credits."""
    disabled: bool | None | UnsetType = UNSET
    """Whether nothing more can be booked on it."""
    color: str | None | UnsetType = UNSET
    """The colour it is shown in."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""


class JournalCatDict(TypedDict, total=False):
    """``JournalCatDraft`` as a plain dict, by its attributes; they are described there."""

    code: str | None
    name: str
    is_recalculated: bool | None
    entity_type: AccountEntityType | str | None
    entity_id: int | None
    journal_cat_id: int | None
    parent_cat_ids: str | None
    type: JournalSide | int
    staff_id: int | None
    total_debit: Decimal | int | str | None
    total_credit: Decimal | int | str | None
    disabled: bool | None
    color: str | None
    branch_id: int | None


class JournalCatBody(JournalCatDict, total=False):
    """``JournalCatDraft`` as a plain dict, in the documented shape as well."""

    JournalCat: JournalCatBody
