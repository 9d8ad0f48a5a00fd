from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import CreditChargeStatus


@attrs.define(kw_only=True)
class CreditChargeDraft(Draft):
    """What can be written of credit charges."""

    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    credit_type_id: int | None | UnsetType = UNSET
    start_date: Date | str | None | UnsetType = UNSET
    """First day."""
    expiry_date: Date | str | None | UnsetType = UNSET
    """When it expires."""
    amount: Decimal | int | str | None | UnsetType = UNSET
    """The amount."""
    description: str | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    is_suspended: bool | None | UnsetType = UNSET
    renewal_id: int | None | UnsetType = UNSET
    status: CreditChargeStatus | str | None | UnsetType = UNSET
