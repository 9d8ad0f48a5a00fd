from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .designation_draft import DesignationDraft


class Designation(Record, frozen=True, kw_only=True):
    """One of the account's designations."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    description: str | None = None
    """Free text about it."""
    active: bool | None = None
    """Whether it can be used."""
    role_id: int | None = None
    """The id of the role, which says what is permitted."""
    department_id: int | None = None
    employment_type_id: int | None = None
    employment_level_id: int | None = None
    salary_structure_id: int | None = None
    payroll_frequency: Any = None
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    branch_id: int | None = None
    """The branch it belongs to."""

    def to_draft(self) -> DesignationDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .designation_draft import DesignationDraft

        return DesignationDraft.from_record(self)
