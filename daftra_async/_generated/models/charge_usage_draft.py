from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class ChargeUsageDraft(Draft):
    """What can be written of charge usages."""

    credit_charge_id: int | None | UnsetType = UNSET
    credit_usage_id: int | None | UnsetType = UNSET
    amount: Decimal | int | str | None | UnsetType = UNSET
    """The amount."""


class ChargeUsageDict(TypedDict, total=False):
    """``ChargeUsageDraft`` as a plain dict, by its attributes; they are described there."""

    credit_charge_id: int | None
    credit_usage_id: int | None
    amount: Decimal | int | str | None
