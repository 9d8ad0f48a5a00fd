from __future__ import annotations

from typing import Any

import attrs

from ...wire.record import NO_ID, Record


@attrs.frozen(kw_only=True, repr=False)
class AssetPhoto(Record):
    """One of the account's asset photos."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    size: Any = None
    mime_type: str | None = None
    path: str | None = None
