from __future__ import annotations

import attrs

from ...wire.record import NO_ID, Record


@attrs.frozen(kw_only=True, repr=False)
class EntityRecord(Record):
    """One of the account's entity records."""

    id: int = NO_ID
    """The record's id, set by the server."""
