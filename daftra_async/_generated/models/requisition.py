from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .enums import RequisitionOrderType, RequisitionStatus, RequisitionType
from .requisition_item import RequisitionItem as _RequisitionItem

if TYPE_CHECKING:
    from .requisition_draft import RequisitionDraft


class Requisition(Record, frozen=True, kw_only=True):
    """One of the account's requisitions."""

    id: int = NO_ID
    """The record's id, set by the server."""
    number: str | None = None
    """Its number."""
    date: Date | None = None
    """The date of the document."""
    type: RequisitionType | None = None
    """Whether stock comes in, goes out or moves between warehouses."""
    order_type: RequisitionOrderType | None = None
    """The kind of document that it was made for."""
    status: RequisitionStatus | None = None
    """Whether it has moved stock yet."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    to_store_id: int | None = None
    """The warehouse that stock goes to."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    journal_account_id: int | None = None
    """The journal account that it is booked on."""
    order_id: int | None = None
    """The id of the document that it was made for."""
    branch_id: int | None = None
    """The branch it belongs to."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    items: list[_RequisitionItem] = wire_field(default_factory=list, name="RequisitionItem")
    """Its lines."""
    work_order_id: int | None = None
    """The work order it belongs to."""
    attachment: str | None = None
    """Files attached to it."""
    draft: bool | None = None
    """A draft is not issued and not booked."""

    def to_draft(self) -> RequisitionDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .requisition_draft import RequisitionDraft

        return RequisitionDraft.from_record(self)
