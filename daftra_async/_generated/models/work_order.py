from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Date, DateTime, Record
from .enums import WorkOrderStatus

if TYPE_CHECKING:
    from .work_order_draft import WorkOrderDraft


class WorkOrder(Record, frozen=True, kw_only=True):
    """One of the account's work orders."""

    id: int = NO_ID
    """The record's id, set by the server."""
    client_id: int | None = None
    """The client's id."""
    number: str | None = None
    """Its number."""
    title: str | None = None
    start_date: Date | None = None
    """First day."""
    description: str | None = None
    """Free text about it."""
    delivery_date: Date | None = None
    """Day of delivery."""
    delivery_appointment_id: int | None = None
    follow_up_status_id: int | None = None
    budget: Decimal | None = None
    budget_currency: str | None = None
    status: WorkOrderStatus | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""

    def to_draft(self) -> WorkOrderDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .work_order_draft import WorkOrderDraft

        return WorkOrderDraft.from_record(self)
