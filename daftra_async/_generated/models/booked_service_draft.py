from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class BookedServiceDraft(Draft):
    """What can be written of booked services."""

    service_id: int | None | UnsetType = UNSET
    is_waiting: bool | None | UnsetType = UNSET
    start_date_time: str | None | UnsetType = UNSET
    duration: int | None | UnsetType = UNSET
    unit_price: Decimal | int | str | None | UnsetType = UNSET
    """Price of one unit, before tax unless the tax is included."""
    discount: Decimal | int | str | None | UnsetType = UNSET
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_type: int | None | UnsetType = UNSET
    """Whether the discount is a percentage or an amount."""
    sales_person_id: int | None | UnsetType = UNSET
    """The staff member who sold it."""
    booking_package_id: int | None | UnsetType = UNSET


class BookedServiceDict(TypedDict, total=False):
    """``BookedServiceDraft`` as a plain dict, by its attributes; they are described there."""

    service_id: int | None
    is_waiting: bool | None
    start_date_time: str | None
    duration: int | None
    unit_price: Decimal | int | str | None
    discount: Decimal | int | str | None
    discount_type: int | None
    sales_person_id: int | None
    booking_package_id: int | None
