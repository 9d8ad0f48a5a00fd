from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record

if TYPE_CHECKING:
    from .credit_charge_draft import CreditChargeDraft


@attrs.frozen(kw_only=True, repr=False)
class CreditCharge(Record):
    """One of the account's credit charges."""

    id: int = NO_ID
    staff_id: int | None = None
    client_id: int | None = None
    credit_type_id: int | None = None
    status: str | None = None
    start_date: Date | None = None
    expiry_date: Date | None = None
    amount: Decimal | None = None
    description: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    deleted_at: DateTime | None = None
    renewal_id: int | None = None
    is_suspended: bool | None = None

    def to_draft(self) -> CreditChargeDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .credit_charge_draft import CreditChargeDraft

        return CreditChargeDraft.from_record(self)
