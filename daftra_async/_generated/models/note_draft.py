from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import DateTime
from .enums import NoteItemType


@attrs.define(kw_only=True)
class NoteDraft(Draft):
    """What can be written of notes."""

    _wire_section: ClassVar[str | None] = "Note"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "follow_up_reminder": ("FollowUpReminder", ""),
    }

    item_type: NoteItemType | int | None | UnsetType = UNSET
    """The kind of record it is about."""
    item_id: int | None | UnsetType = UNSET
    """The id of the record it is about."""
    date: DateTime | str | None | UnsetType = UNSET
    """The date of the document."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    body: str | None | UnsetType = UNSET
    action_id: int | None | UnsetType = UNSET
    status_id: int | None | UnsetType = UNSET
    share_with_partner: bool | None | UnsetType = UNSET
    attachments: str | None | UnsetType = UNSET
    """Files attached to it."""
    follow_up_id: int | None | UnsetType = UNSET
    follow_up_reminder: dict[str, Any] | None | UnsetType = UNSET


class NoteDict(TypedDict, total=False):
    """``NoteDraft`` as a plain dict, by its attributes; they are described there."""

    item_type: NoteItemType | int | None
    item_id: int | None
    date: DateTime | str | None
    staff_id: int | None
    body: str | None
    action_id: int | None
    status_id: int | None
    share_with_partner: bool | None
    attachments: str | None
    follow_up_id: int | None
    follow_up_reminder: dict[str, Any] | None


class NoteBody(NoteDict, total=False):
    """``NoteDraft`` as a plain dict, in the documented shape as well."""

    Note: NoteBody
    FollowUpReminder: dict[str, Any] | None
