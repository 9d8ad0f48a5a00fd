from __future__ import annotations

import attrs

from ...wire.record import NO_ID, Record


@attrs.frozen(kw_only=True, repr=False)
class AppRelatedData(Record):
    """One of the account's app related data."""

    id: int = NO_ID
    record_id: int | None = None
