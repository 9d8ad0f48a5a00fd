from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Date, Draft


@attrs.define(kw_only=True)
class RequisitionItemDraft(Draft):
    """What can be written of requisition items."""

    item: str | None | UnsetType = UNSET
    product_id: int | None | UnsetType = UNSET
    org_name: str | None | UnsetType = UNSET
    unit_price: Decimal | int | str | None | UnsetType = UNSET
    quantity: Decimal | int | str | None | UnsetType = UNSET
    lot: list[int] | None | UnsetType = UNSET
    expiry_date: list[Date] | None | UnsetType = UNSET
    serials: list[str] | None | UnsetType = UNSET
