from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .employment_type_draft import EmploymentTypeDraft


@attrs.frozen(kw_only=True, repr=False)
class EmploymentType(Record):
    """One of the account's employment types."""

    id: int = NO_ID
    name: str | None = None
    description: str | None = None
    active: bool | None = None
    created: DateTime | None = None
    modified: DateTime | None = None

    def to_draft(self) -> EmploymentTypeDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .employment_type_draft import EmploymentTypeDraft

        return EmploymentTypeDraft.from_record(self)
