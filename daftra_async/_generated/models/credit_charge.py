from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Date, DateTime, Record
from .enums import CreditChargeStatus

if TYPE_CHECKING:
    from .credit_charge_draft import CreditChargeDraft


class CreditCharge(Record, frozen=True, kw_only=True):
    """One of the account's credit charges."""

    id: int = NO_ID
    """The record's id, set by the server."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    client_id: int | None = None
    """The client's id."""
    credit_type_id: int | None = None
    status: CreditChargeStatus | None = None
    start_date: Date | None = None
    """First day."""
    expiry_date: Date | None = None
    """When it expires."""
    amount: Decimal | None = None
    """The amount."""
    description: str | None = None
    """Free text about it."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""
    renewal_id: int | None = None
    is_suspended: bool | None = None

    def to_draft(self) -> CreditChargeDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .credit_charge_draft import CreditChargeDraft

        return CreditChargeDraft.from_record(self)
