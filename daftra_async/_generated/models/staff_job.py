from __future__ import annotations

from typing import Any

from ..._wire.record import Date, DateTime, Record


class StaffJob(Record, frozen=True, kw_only=True):
    """One of the account's staff jobs."""

    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    join_date: Date | None = None
    probation_end_date: Date | None = None
    contract_duration: int | None = None
    contract_duration_period: Any = None
    exit_date: Date | None = None
    exit_reason: str | None = None
    fiscal_type: Any = None
    fiscal_day: str | None = None
    fiscal_month: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
