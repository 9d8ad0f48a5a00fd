from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record
from .requisition_item import RequisitionItem as _RequisitionItem

if TYPE_CHECKING:
    from .requisition_draft import RequisitionDraft


@attrs.frozen(kw_only=True, repr=False)
class Requisition(Record):
    """One of the account's requisitions."""

    id: int = NO_ID
    number: str | None = None
    date: Date | None = None
    type: int | None = None
    order_type: str | None = None
    status: str | None = None
    store_id: int | None = None
    to_store_id: int | None = None
    currency_code: str | None = None
    staff_id: int | None = None
    journal_account_id: int | None = None
    order_id: int | None = None
    branch_id: int | None = None
    notes: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    RequisitionItem: list[_RequisitionItem] = attrs.field(factory=list, alias="items")
    work_order_id: int | None = None

    @property
    def items(self) -> list[_RequisitionItem]:
        """`RequisitionItem` in the server's answer."""
        return self.RequisitionItem

    def to_draft(self) -> RequisitionDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .requisition_draft import RequisitionDraft

        return RequisitionDraft.from_record(self)
