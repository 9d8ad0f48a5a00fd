from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import DateTime, Draft


@attrs.define(kw_only=True)
class NoteDraft(Draft):
    """What can be written of notes."""

    _wire_section: ClassVar[str | None] = "Note"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "follow_up_reminder": ("FollowUpReminder", ""),
    }

    item_type: int | None | UnsetType = UNSET
    item_id: int | None | UnsetType = UNSET
    date: DateTime | str | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    body: str | None | UnsetType = UNSET
    action_id: int | None | UnsetType = UNSET
    status_id: int | None | UnsetType = UNSET
    follow_up_reminder: dict[str, Any] | None | UnsetType = UNSET
