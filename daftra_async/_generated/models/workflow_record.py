from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .assigned_user import AssignedUser
from .branch import Branch
from .client import Client
from .follow_up_status import FollowUpStatus
from .staff import Staff
from .tag_link import TagLink
from .workflow_type import WorkflowType

if TYPE_CHECKING:
    from .workflow_record_draft import WorkflowRecordDraft


class WorkflowRecord(Record, frozen=True, kw_only=True):
    """One of the account's workflow records."""

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
    budget_currency: str | None = None
    budget: Decimal | None = None
    status: int | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    client_data: Any = None
    extra_details: str | None = None
    """What an integration keeps beside it, as JSON text."""
    branch_id: int | None = None
    """The branch it belongs to."""
    workflow_type_id: int | None = None
    """The workflow it belongs to."""
    workflow_type: WorkflowType | None = None
    staff: Staff | None = None
    work_order_client: Client | None = None
    branch: Branch | None = None
    work_order_follow_up_status: FollowUpStatus | None = None
    assigned_users: list[AssignedUser] = wire_field(default_factory=list)
    """The staff members it is assigned to."""
    tags: list[TagLink] = wire_field(default_factory=list)
    """Tags, for finding it again."""
    attachments: list[Any] = wire_field(default_factory=list)
    """Files attached to it."""
    custom_data: Any = None

    def to_draft(self) -> WorkflowRecordDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .workflow_record_draft import WorkflowRecordDraft

        return WorkflowRecordDraft.from_record(self)
