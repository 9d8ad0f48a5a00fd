from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .booking_item_draft import BookingItemDict, BookingItemDraft


@attrs.define(kw_only=True)
class BookingDraft(Draft):
    """What can be written of bookings."""

    _wire_section: ClassVar[str | None] = "Invoice"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "items": ("InvoiceItem", ""),
    }

    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    end_time: str | None | UnsetType = UNSET
    """End, HH:MM."""
    start_time: str | None | UnsetType = UNSET
    """Start, HH:MM."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    converted: bool | None | UnsetType = UNSET
    convert: int | None | UnsetType = UNSET
    items: list[BookingItemDraft] | None | UnsetType = UNSET


class BookingDict(TypedDict, total=False):
    """``BookingDraft`` as a plain dict, by its attributes; they are described there."""

    staff_id: int | None
    date: Date | str | None
    client_id: int | None
    description: str | None
    end_time: str | None
    start_time: str | None
    branch_id: int | None
    converted: bool | None
    convert: int | None
    items: Sequence[BookingItemDraft | BookingItemDict] | None


class BookingBody(BookingDict, total=False):
    """``BookingDraft`` as a plain dict, in the documented shape as well."""

    Invoice: BookingBody
    InvoiceItem: Sequence[BookingItemDraft | BookingItemDict] | None
