from __future__ import annotations

from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Date, Draft


@attrs.define(kw_only=True)
class TimeTrackingDraft(Draft):
    """What can be written of time trackings."""

    _wire_section: ClassVar[str | None] = "TimeTracking"

    user_id: int | None | UnsetType = UNSET
    staff_id: int
    project_id: int
    activity_id: int
    date: Date | str | None | UnsetType = UNSET
    time: str
    notes: str | None | UnsetType = UNSET
    work_order_id: int | None | UnsetType = UNSET
