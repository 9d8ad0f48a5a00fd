from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .workflow_budget_draft import WorkflowBudgetDict, WorkflowBudgetDraft
from .workflow_number_draft import WorkflowNumberDict, WorkflowNumberDraft


@attrs.define(kw_only=True)
class WorkflowRecordDraft(Draft):
    """What can be written of workflow records."""

    title: str
    number: WorkflowNumberDraft
    """Its number."""
    start_date: Date | str | None | UnsetType = UNSET
    """First day."""
    delivery_date: Date | str | None | UnsetType = UNSET
    """Day of delivery."""
    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    assigned_users: list[int] | None | UnsetType = UNSET
    """The staff members it is assigned to."""
    budget: WorkflowBudgetDraft | None | UnsetType = UNSET
    tags: list[str] | None | UnsetType = UNSET
    """Tags, for finding it again."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    attachments: list[str] | None | UnsetType = UNSET
    """Files attached to it."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    follow_up_status_id: int | None | UnsetType = UNSET


class WorkflowRecordDict(TypedDict, total=False):
    """``WorkflowRecordDraft`` as a plain dict, by its attributes; they are described there."""

    title: str
    number: WorkflowNumberDraft | WorkflowNumberDict
    start_date: Date | str | None
    delivery_date: Date | str | None
    client_id: int | None
    assigned_users: list[int] | None
    budget: WorkflowBudgetDraft | WorkflowBudgetDict | None
    tags: list[str] | None
    description: str | None
    attachments: list[str] | None
    branch_id: int | None
    staff_id: int | None
    follow_up_status_id: int | None
