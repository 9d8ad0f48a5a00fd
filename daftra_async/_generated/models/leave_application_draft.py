from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import LeaveType


@attrs.define(kw_only=True)
class LeaveApplicationDraft(Draft):
    """What can be written of leave applications."""

    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    days: Decimal | int | str | None | UnsetType = UNSET
    date_from: Date | str | None | UnsetType = UNSET
    date_to: Date | str | None | UnsetType = UNSET
    leave_type_id: int | None | UnsetType = UNSET
    late_time: str | None | UnsetType = UNSET
    early_time: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    attachments: str | None | UnsetType = UNSET
    """Files attached to it."""
    comment: str | None | UnsetType = UNSET
    type: LeaveType | str | None | UnsetType = UNSET


class LeaveApplicationDict(TypedDict, total=False):
    """``LeaveApplicationDraft`` as a plain dict, by its attributes; they are described there."""

    staff_id: int | None
    days: Decimal | int | str | None
    date_from: Date | str | None
    date_to: Date | str | None
    leave_type_id: int | None
    late_time: str | None
    early_time: str | None
    description: str | None
    attachments: str | None
    comment: str | None
    type: LeaveType | str | None
