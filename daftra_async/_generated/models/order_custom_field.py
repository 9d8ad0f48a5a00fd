from __future__ import annotations

from ..._wire.record import NO_ID, Record


class OrderCustomField(Record, frozen=True, kw_only=True):
    """One of the account's order custom fields."""

    id: int = NO_ID
    """The record's id, set by the server."""
    label: str | None = None
    value: str | None = None
