from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Draft
from .account_entity_type import AccountEntityType
from .journal_side import JournalSide


@attrs.define(kw_only=True)
class JournalCatDraft(Draft):
    """What can be written of journal cats."""

    _wire_section: ClassVar[str | None] = "JournalCat"

    code: str | None | UnsetType = UNSET
    name: str
    is_recalculated: bool | None | UnsetType = UNSET
    entity_type: AccountEntityType | str | None | UnsetType = UNSET
    entity_id: int | None | UnsetType = UNSET
    journal_cat_id: int | None | UnsetType = UNSET
    parent_cat_ids: str | None | UnsetType = UNSET
    type: JournalSide | int
    staff_id: int | None | UnsetType = UNSET
    total_debit: Decimal | int | str | None | UnsetType = UNSET
    total_credit: Decimal | int | str | None | UnsetType = UNSET
    disabled: bool | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
