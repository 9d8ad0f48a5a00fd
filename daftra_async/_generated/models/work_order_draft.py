from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import WorkOrderStatus


@attrs.define(kw_only=True)
class WorkOrderDraft(Draft):
    """What can be written of work orders."""

    _wire_section: ClassVar[str | None] = "WorkOrder"

    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    number: str | None | UnsetType = UNSET
    """Its number."""
    title: str
    start_date: Date | str
    """First day."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    delivery_date: Date | str | None | UnsetType = UNSET
    """Day of delivery."""
    delivery_appointment_id: int | None | UnsetType = UNSET
    follow_up_status_id: int | None | UnsetType = UNSET
    budget: Decimal | int | str | None | UnsetType = UNSET
    budget_currency: str | None | UnsetType = UNSET
    status: WorkOrderStatus | int | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    is_draft: bool | None | UnsetType = UNSET


class WorkOrderDict(TypedDict, total=False):
    """``WorkOrderDraft`` as a plain dict, by its attributes; they are described there."""

    client_id: int | None
    number: str | None
    title: str
    start_date: Date | str
    description: str | None
    delivery_date: Date | str | None
    delivery_appointment_id: int | None
    follow_up_status_id: int | None
    budget: Decimal | int | str | None
    budget_currency: str | None
    status: WorkOrderStatus | int | None
    staff_id: int | None
    is_draft: bool | None


class WorkOrderBody(WorkOrderDict, total=False):
    """``WorkOrderDraft`` as a plain dict, in the documented shape as well."""

    WorkOrder: WorkOrderBody
