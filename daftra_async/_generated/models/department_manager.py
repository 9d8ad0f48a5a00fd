from __future__ import annotations

from ..._wire.record import NO_ID, Record
from .staff import Staff


class DepartmentManager(Record, frozen=True, kw_only=True):
    """One of the account's department managers."""

    id: int = NO_ID
    """The record's id, set by the server."""
    manager_id: int | None = None
    department_id: int | None = None
    manager_department: Staff | None = None
