from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Record

if TYPE_CHECKING:
    from .charge_usage_draft import ChargeUsageDraft


class ChargeUsage(Record, frozen=True, kw_only=True):
    """One of the account's charge usages."""

    id: int = NO_ID
    """The record's id, set by the server."""
    credit_charge_id: int | None = None
    credit_usage_id: int | None = None
    amount: Decimal | None = None
    """The amount."""

    def to_draft(self) -> ChargeUsageDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .charge_usage_draft import ChargeUsageDraft

        return ChargeUsageDraft.from_record(self)
