from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .booked_client_draft import BookedClientDraft
from .booked_service_draft import BookedServiceDraft
from .booking_draft import BookingDraft
from .booking_item_draft import BookingItemDraft


@attrs.define(kw_only=True)
class BookingRequest(Draft):
    """What can be written of booking requests."""

    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "invoice": (None, "Invoice"),
        "items": (None, "InvoiceItem"),
    }

    booking: BookedClientDraft | None | UnsetType = UNSET
    booking_items: list[BookedServiceDraft] | None | UnsetType = UNSET
    invoice: BookingDraft | None | UnsetType = UNSET
    items: list[BookingItemDraft] | None | UnsetType = UNSET
