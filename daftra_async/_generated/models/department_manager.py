from __future__ import annotations

import attrs

from ...wire.record import NO_ID, Record
from .staff import Staff


@attrs.frozen(kw_only=True, repr=False)
class DepartmentManager(Record):
    """One of the account's department managers."""

    id: int = NO_ID
    """The record's id, set by the server."""
    manager_id: int | None = None
    department_id: int | None = None
    manager_department: Staff | None = None
