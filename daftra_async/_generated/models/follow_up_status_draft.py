from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import FollowUpState, FollowUpSubject


@attrs.define(kw_only=True)
class FollowUpStatusDraft(Draft):
    """What can be written of follow up status."""

    item_type: FollowUpSubject | int | None | UnsetType = UNSET
    """The kind of record it is about."""
    name: str
    """Its name, as people know it."""
    color: str | None | UnsetType = UNSET
    """The colour it is shown in."""
    status: FollowUpState | int
    staff_id: int
    """The staff member behind it; negative ids stand for API keys and apps."""
    entity_key: str | None | UnsetType = UNSET
    display_order: int | None | UnsetType = UNSET
    """The line's place among the lines."""


class FollowUpStatusDict(TypedDict, total=False):
    """``FollowUpStatusDraft`` as a plain dict, by its attributes; they are described there."""

    item_type: FollowUpSubject | int | None
    name: str
    color: str | None
    status: FollowUpState | int
    staff_id: int
    entity_key: str | None
    display_order: int | None
