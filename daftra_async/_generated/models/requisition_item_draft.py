from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date


@attrs.define(kw_only=True)
class RequisitionItemDraft(Draft):
    """What can be written of requisition items."""

    item: str | None | UnsetType = UNSET
    """The line's name."""
    product_id: int | None | UnsetType = UNSET
    """The product's id; leave it out for a line of free text."""
    org_name: str | None | UnsetType = UNSET
    """The product's name at the time."""
    unit_price: Decimal | int | str | None | UnsetType = UNSET
    """Price of one unit, before tax unless the tax is included."""
    quantity: Decimal | int | str | None | UnsetType = UNSET
    """How many units."""
    lot: list[str] | None | UnsetType = UNSET
    """Lot codes, for tracked products."""
    expiry_date: list[Date] | None | UnsetType = UNSET
    """When it expires."""
    serials: list[str] | None | UnsetType = UNSET
    """Serial numbers, for tracked products."""
    id: int | None | UnsetType = UNSET
    """The record's id, set by the server."""
    cost_center_id: int | None | UnsetType = UNSET
    """The cost center it is booked on."""


class RequisitionItemDict(TypedDict, total=False):
    """``RequisitionItemDraft`` as a plain dict, by its attributes; they are described there."""

    item: str | None
    product_id: int | None
    org_name: str | None
    unit_price: Decimal | int | str | None
    quantity: Decimal | int | str | None
    lot: list[str] | None
    expiry_date: list[Date] | None
    serials: list[str] | None
    id: int | None
    cost_center_id: int | None
