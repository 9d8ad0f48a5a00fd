from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .note_draft import NoteDraft


@attrs.frozen(kw_only=True, repr=False)
class Note(Record):
    """One of the account's notes."""

    id: int = NO_ID
    item_type: int | None = None
    item_id: int | None = None
    date: DateTime | None = None
    staff_id: int | None = None
    body: str | None = None
    action_id: int | None = None
    status_id: int | None = None

    def to_draft(self) -> NoteDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .note_draft import NoteDraft

        return NoteDraft.from_record(self)
