from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

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
    """Free text about it."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    is_suspended: bool | None | UnsetType = UNSET
    renewal_id: int | None | UnsetType = UNSET
    status: CreditChargeStatus | str | None | UnsetType = UNSET


class CreditChargeDict(TypedDict, total=False):
    """``CreditChargeDraft`` as a plain dict, by its attributes; they are described there."""

    client_id: int | None
    credit_type_id: int | None
    start_date: Date | str | None
    expiry_date: Date | str | None
    amount: Decimal | int | str | None
    description: str | None
    staff_id: int | None
    is_suspended: bool | None
    renewal_id: int | None
    status: CreditChargeStatus | str | None
