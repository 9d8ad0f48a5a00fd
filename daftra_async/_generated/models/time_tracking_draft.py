from __future__ import annotations

from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date


@attrs.define(kw_only=True)
class TimeTrackingDraft(Draft):
    """What can be written of time trackings."""

    _wire_section: ClassVar[str | None] = "TimeTracking"

    user_id: int | None | UnsetType = UNSET
    staff_id: int
    """The staff member behind it; negative ids stand for API keys and apps."""
    project_id: int
    activity_id: int
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    time: str
    """Duration, H:MM."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    work_order_id: int | None | UnsetType = UNSET
    """The work order it belongs to."""


class TimeTrackingDict(TypedDict, total=False):
    """``TimeTrackingDraft`` as a plain dict, by its attributes; they are described there."""

    user_id: int | None
    staff_id: int
    project_id: int
    activity_id: int
    date: Date | str | None
    time: str
    notes: str | None
    work_order_id: int | None


class TimeTrackingBody(TimeTrackingDict, total=False):
    """``TimeTrackingDraft`` as a plain dict, in the documented shape as well."""

    TimeTracking: TimeTrackingBody
