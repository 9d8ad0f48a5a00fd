from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class BookingItemDraft(Draft):
    """What can be written of booking items."""

    product_id: int | None | UnsetType = UNSET
    """The product's id; leave it out for a line of free text."""


class BookingItemDict(TypedDict, total=False):
    """``BookingItemDraft`` as a plain dict, by its attributes; they are described there."""

    product_id: int | None
