from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date


@attrs.define(kw_only=True)
class RecurringAppointmentDraft(Draft):
    """What can be written of recurring appointments."""

    period_unit: int | None | UnsetType = UNSET
    unit_count: int | None | UnsetType = UNSET
    unit_name: str | None | UnsetType = UNSET
    """The unit's name as it is printed."""
    end_date: Date | str | None | UnsetType = UNSET


class RecurringAppointmentDict(TypedDict, total=False):
    """``RecurringAppointmentDraft`` as a plain dict, by its attributes; they are described there."""

    period_unit: int | None
    unit_count: int | None
    unit_name: str | None
    end_date: Date | str | None
