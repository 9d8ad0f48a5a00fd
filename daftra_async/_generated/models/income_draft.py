from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date


@attrs.define(kw_only=True)
class IncomeDraft(Draft):
    """What can be written of incomes."""

    _wire_section: ClassVar[str | None] = "Income"

    amount: Decimal | int | str | None | UnsetType = UNSET
    """The amount."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    vendor: str | None | UnsetType = UNSET
    category: str | None | UnsetType = UNSET
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    file: str | None | UnsetType = UNSET
    note: str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    tax1_id: int | None | UnsetType = UNSET
    tax1_name: str | None | UnsetType = UNSET
    tax1_value: Decimal | int | str | None | UnsetType = UNSET
    tax1_amount: Decimal | int | str | None | UnsetType = UNSET
    tax1_included: bool | None | UnsetType = UNSET
    tax2_id: int | None | UnsetType = UNSET
    tax2_name: str | None | UnsetType = UNSET
    tax2_value: Decimal | int | str | None | UnsetType = UNSET
    tax2_amount: Decimal | int | str | None | UnsetType = UNSET
    tax2_included: bool | None | UnsetType = UNSET
    is_income: bool | None | UnsetType = UNSET
    attachments: list[Any] | None | UnsetType = UNSET
