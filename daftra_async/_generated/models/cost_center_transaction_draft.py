from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

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


class CostCenterTransactionDict(TypedDict, total=False):
    """``CostCenterTransactionDraft`` as a plain dict, by its attributes; they are described there."""

    cost_center_id: int | None
    amount: Decimal | int | str | None
