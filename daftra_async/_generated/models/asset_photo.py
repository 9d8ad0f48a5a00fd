from __future__ import annotations

from typing import Any

from ..._wire.record import NO_ID, Record


class AssetPhoto(Record, frozen=True, kw_only=True):
    """One of the account's asset photos."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    size: Any = None
    mime_type: str | None = None
    path: str | None = None
