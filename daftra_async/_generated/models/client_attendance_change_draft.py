from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class ClientAttendanceChangeDraft(Draft):
    """What can be written of client attendance changes."""

    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    added_by: int | None | UnsetType = UNSET
    """The staff member who added it."""
    time: str | None | UnsetType = UNSET
