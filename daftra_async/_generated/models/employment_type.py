from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .employment_type_draft import EmploymentTypeDraft


class EmploymentType(Record, frozen=True, kw_only=True):
    """One of the account's employment types."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    description: str | None = None
    """Free text about it."""
    active: bool | None = None
    """Whether it can be used."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""

    def to_draft(self) -> EmploymentTypeDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .employment_type_draft import EmploymentTypeDraft

        return EmploymentTypeDraft.from_record(self)
