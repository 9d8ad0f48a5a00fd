from __future__ import annotations

from typing import Any

from ..._wire.record import NO_ID, DateTime, Record


class ClientPhoto(Record, frozen=True, kw_only=True):
    """One of the account's client photos."""

    id: int = NO_ID
    """The record's id, set by the server."""
    entity_key: Any = None
    entity_id: int | None = None
    """The id of the record it belongs to."""
    file_id: int | None = None
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""
