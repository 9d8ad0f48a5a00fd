from __future__ import annotations

from decimal import Decimal

import attrs

from ...wire.record import NO_ID, DateTime, Record


@attrs.frozen(kw_only=True, repr=False)
class UnitFactor(Record):
    """One of the account's unit factors."""

    id: int = NO_ID
    factor_name: str | None = None
    factor: Decimal | None = None
    small_name: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    branch_id: int | None = None
    unit_template_id: int | None = None
    staff_id: int | None = None
