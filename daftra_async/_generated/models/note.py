from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import NoteItemType

if TYPE_CHECKING:
    from .note_draft import NoteDraft


class Note(Record, frozen=True, kw_only=True):
    """One of the account's notes."""

    id: int = NO_ID
    """The record's id, set by the server."""
    item_type: NoteItemType | None = None
    """The kind of record it is about."""
    item_id: int | None = None
    """The id of the record it is about."""
    date: DateTime | None = None
    """The date of the document."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    body: str | None = None
    action_id: int | None = None
    status_id: int | None = None
    share_with_partner: bool | None = None
    attachments: str | None = None
    """Files attached to it."""
    follow_up_id: int | None = None

    def to_draft(self) -> NoteDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .note_draft import NoteDraft

        return NoteDraft.from_record(self)
