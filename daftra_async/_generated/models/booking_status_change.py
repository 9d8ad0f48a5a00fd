from __future__ import annotations

import attrs

from ..._wire import Draft
from .enums import BookingStatus


@attrs.define(kw_only=True)
class BookingStatusChange(Draft):
    """What can be written of booking status changes."""

    status: BookingStatus | int
