from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record

if TYPE_CHECKING:
    from .credit_usage_draft import CreditUsageDraft


@attrs.frozen(kw_only=True, repr=False)
class CreditUsage(Record):
    """One of the account's credit usages."""

    id: int = NO_ID
    client_id: int | None = None
    credit_type_id: int | None = None
    usage_date: Date | None = None
    description: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    deleted_at: DateTime | None = None
    added_by: int | None = None
    amount: Decimal | None = None

    def to_draft(self) -> CreditUsageDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .credit_usage_draft import CreditUsageDraft

        return CreditUsageDraft.from_record(self)
