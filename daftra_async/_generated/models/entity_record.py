from __future__ import annotations

from typing import Any

from ..._wire.record import NO_ID, Record


class EntityRecord(Record, frozen=True, kw_only=True):
    """One of the account's entity records."""

    id: int = NO_ID
    """The record's id, set by the server."""
    custom_data: dict[str, Any] | None = None
