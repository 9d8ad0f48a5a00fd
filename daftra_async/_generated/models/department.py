from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, DateTime, Record
from .department_manager import DepartmentManager

if TYPE_CHECKING:
    from .department_draft import DepartmentDraft


class Department(Record, frozen=True, kw_only=True):
    """One of the account's departments."""

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
    abbr: str | None = None
    department_managers: list[DepartmentManager] = wire_field(default_factory=list)
    managers: list[Any] = wire_field(default_factory=list)
    branch_id: int | None = None
    """The branch it belongs to."""

    def to_draft(self) -> DepartmentDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .department_draft import DepartmentDraft

        return DepartmentDraft.from_record(self)
