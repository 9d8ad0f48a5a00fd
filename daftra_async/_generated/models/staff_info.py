from __future__ import annotations

from typing import Any

from ..._wire.record import Date, DateTime, Record


class StaffInfo(Record, frozen=True, kw_only=True):
    """One of the account's staff infos."""

    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    department_id: int | None = None
    employment_level_id: int | None = None
    employment_type_id: int | None = None
    designation_id: int | None = None
    birth_date: Date | None = None
    """Day of birth."""
    gender: Any = None
    """Gender."""
    personal_email: str | None = None
    permanent_address1: str | None = None
    permanent_address2: str | None = None
    permanent_city: str | None = None
    permanent_state: str | None = None
    permanent_postal_code: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    attendance_shift_id: int | None = None
    leave_policy_id: int | None = None
    has_secondary_shift: bool | None = None
    secondary_shift_id: int | None = None
    direct_manager_id: int | None = None
