from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class ExpenseAllocationDraft(Draft):
    """What can be written of expense allocations."""

    amount: Decimal | int | str | None | UnsetType = UNSET
    """The amount."""
    journal_account_id: int | None | UnsetType = UNSET
    """The journal account that it is booked on."""
    entity_type: str | None | UnsetType = UNSET
    """The kind of record it belongs to."""
    entity_id: int | None | UnsetType = UNSET
    """The id of the record it belongs to."""
    tax_id: int | None | UnsetType = UNSET
    """The id of the tax."""
    percent: Decimal | int | str | None | UnsetType = UNSET
    included: bool | None | UnsetType = UNSET
    """Whether prices include the tax."""


class ExpenseAllocationDict(TypedDict, total=False):
    """``ExpenseAllocationDraft`` as a plain dict, by its attributes; they are described there."""

    amount: Decimal | int | str | None
    journal_account_id: int | None
    entity_type: str | None
    entity_id: int | None
    tax_id: int | None
    percent: Decimal | int | str | None
    included: bool | None
