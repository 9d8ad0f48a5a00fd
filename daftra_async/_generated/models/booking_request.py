from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .booked_client_draft import BookedClientDict, BookedClientDraft
from .booked_service_draft import BookedServiceDict, BookedServiceDraft
from .booking_draft import BookingDict, BookingDraft
from .booking_item_draft import BookingItemDict, BookingItemDraft


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
    """Its lines."""


class BookingRequestDict(TypedDict, total=False):
    """``BookingRequest`` as a plain dict, by its attributes; they are described there."""

    booking: BookedClientDraft | BookedClientDict | None
    booking_items: Sequence[BookedServiceDraft | BookedServiceDict] | None
    invoice: BookingDraft | BookingDict | None
    items: Sequence[BookingItemDraft | BookingItemDict] | None
    Invoice: BookingDraft | BookingDict | None
    InvoiceItem: Sequence[BookingItemDraft | BookingItemDict] | None
