from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date


@attrs.define(kw_only=True)
class CreditUsageDraft(Draft):
    """What can be written of credit usages."""

    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    usage_date: Date | str | None | UnsetType = UNSET
    """The day the credit was used."""
    credit_type_id: int | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    added_by: int | None | UnsetType = UNSET
    """The staff member who added it."""
    amount: Decimal | int | str | None | UnsetType = UNSET
    """The amount."""


class CreditUsageDict(TypedDict, total=False):
    """``CreditUsageDraft`` as a plain dict, by its attributes; they are described there."""

    client_id: int | None
    usage_date: Date | str | None
    credit_type_id: int | None
    description: str | None
    added_by: int | None
    amount: Decimal | int | str | None
