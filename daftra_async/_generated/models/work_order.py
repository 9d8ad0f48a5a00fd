from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record
from .work_order_status import WorkOrderStatus

if TYPE_CHECKING:
    from .work_order_draft import WorkOrderDraft


@attrs.frozen(kw_only=True, repr=False)
class WorkOrder(Record):
    """One of the account's work orders."""

    id: int = NO_ID
    client_id: int | None = None
    number: str | None = None
    title: str | None = None
    start_date: Date | None = None
    description: str | None = None
    delivery_date: Date | None = None
    delivery_appointment_id: int | None = None
    follow_up_status_id: int | None = None
    budget: Decimal | None = None
    budget_currency: str | None = None
    status: WorkOrderStatus | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    staff_id: int | None = None

    def to_draft(self) -> WorkOrderDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .work_order_draft import WorkOrderDraft

        return WorkOrderDraft.from_record(self)
