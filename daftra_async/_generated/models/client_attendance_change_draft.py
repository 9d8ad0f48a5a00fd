from __future__ import annotations

from typing import TypedDict

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


class ClientAttendanceChangeDict(TypedDict, total=False):
    """``ClientAttendanceChangeDraft`` as a plain dict, by its attributes; they are described there."""

    client_id: int | None
    added_by: int | None
    time: str | None
