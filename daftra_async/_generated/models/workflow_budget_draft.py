from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Draft


@attrs.define(kw_only=True)
class WorkflowBudgetDraft(Draft):
    """What can be written of workflow budgets."""

    number: str | None | UnsetType = UNSET
    currency: str | None | UnsetType = UNSET
