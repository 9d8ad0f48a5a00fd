from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Date, Draft
from .booking_item_draft import BookingItemDraft


@attrs.define(kw_only=True)
class BookingDraft(Draft):
    """What can be written of bookings."""

    _wire_section: ClassVar[str | None] = "Invoice"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "items": ("InvoiceItem", ""),
    }

    staff_id: int | None | UnsetType = UNSET
    date: Date | str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    end_time: str | None | UnsetType = UNSET
    start_time: str | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    converted: bool | None | UnsetType = UNSET
    items: list[BookingItemDraft] | None | UnsetType = UNSET
