from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from ...wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .designation_draft import DesignationDraft


@attrs.frozen(kw_only=True, repr=False)
class Designation(Record):
    """One of the account's designations."""

    id: int = NO_ID
    name: str | None = None
    description: str | None = None
    active: bool | None = None
    role_id: int | None = None
    department_id: int | None = None
    employment_type_id: int | None = None
    employment_level_id: int | None = None
    salary_structure_id: int | None = None
    payroll_frequency: Any | None = None
    currency_code: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    branch_id: int | None = None

    def to_draft(self) -> DesignationDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .designation_draft import DesignationDraft

        return DesignationDraft.from_record(self)
