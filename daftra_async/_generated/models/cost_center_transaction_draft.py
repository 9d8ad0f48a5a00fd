from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class CostCenterTransactionDraft(Draft):
    """What can be written of cost center transactions."""

    cost_center_id: int | None | UnsetType = UNSET
    """The cost center it is booked on."""
    amount: Decimal | int | str | None | UnsetType = UNSET
    """The amount."""
