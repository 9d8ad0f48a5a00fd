from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class WorkflowBudgetDraft(Draft):
    """What can be written of workflow budgets."""

    number: Decimal | int | str | None | UnsetType = UNSET
    """Its number."""
    currency: str | None | UnsetType = UNSET


class WorkflowBudgetDict(TypedDict, total=False):
    """``WorkflowBudgetDraft`` as a plain dict, by its attributes; they are described there."""

    number: Decimal | int | str | None
    currency: str | None
