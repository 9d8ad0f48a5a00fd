from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import DateTime


@attrs.define(kw_only=True)
class AttendanceLogDraft(Draft):
    """What can be written of attendance logs."""

    session_id: int | None | UnsetType = UNSET
    source_id: int | None | UnsetType = UNSET
    """The id of the document it was made from."""
    source_method: str | None | UnsetType = UNSET
    source_name: str | None | UnsetType = UNSET
    source_type: str | None | UnsetType = UNSET
    """The kind of document it was made from."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    status: str | None | UnsetType = UNSET
    time: DateTime | str | None | UnsetType = UNSET


class AttendanceLogDict(TypedDict, total=False):
    """``AttendanceLogDraft`` as a plain dict, by its attributes; they are described there."""

    session_id: int | None
    source_id: int | None
    source_method: str | None
    source_name: str | None
    source_type: str | None
    staff_id: int | None
    status: str | None
    time: DateTime | str | None
