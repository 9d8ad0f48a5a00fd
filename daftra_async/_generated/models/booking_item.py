from __future__ import annotations

import attrs

from ...wire.record import NO_ID, Record


@attrs.frozen(kw_only=True, repr=False)
class BookingItem(Record):
    """One of the account's booking items."""

    id: int = NO_ID
    product_id: int | None = None
