from __future__ import annotations

from typing import TypedDict

import attrs

from ..._wire import Draft
from .enums import BookingStatus


@attrs.define(kw_only=True)
class BookingStatusChange(Draft):
    """What can be written of booking status changes."""

    status: BookingStatus | int


class BookingStatusChangeDict(TypedDict, total=False):
    """``BookingStatusChange`` as a plain dict, by its attributes; they are described there."""

    status: BookingStatus | int
