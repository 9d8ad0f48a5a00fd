from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .requisition_item_draft import RequisitionItemDict, RequisitionItemDraft


@attrs.define(kw_only=True)
class RequisitionDraft(Draft):
    """What can be written of requisitions."""

    _wire_section: ClassVar[str | None] = "Requisition"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "status": (None, "Status"),
        "order_type": (None, "Order_type"),
        "to_store_id": (None, "To_store_id"),
        "items": ("RequisitionItem", ""),
    }

    type: int | None | UnsetType = UNSET
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    status: str | None | UnsetType = UNSET
    order_type: str | None | UnsetType = UNSET
    work_order_id: int | None | UnsetType = UNSET
    """The work order it belongs to."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""
    to_store_id: int | None | UnsetType = UNSET
    journal_account_id: int | None | UnsetType = UNSET
    number: str | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    items: list[RequisitionItemDraft] | None | UnsetType = UNSET


class RequisitionDict(TypedDict, total=False):
    """``RequisitionDraft`` as a plain dict, by its attributes, which are described there."""

    type: int | None
    currency_code: str | None
    status: str | None
    order_type: str | None
    work_order_id: int | None
    date: Date | str | None
    store_id: int | None
    to_store_id: int | None
    journal_account_id: int | None
    number: str | None
    notes: str | None
    items: Sequence[RequisitionItemDraft | RequisitionItemDict] | None


class RequisitionBody(RequisitionDict, total=False):
    """``RequisitionDraft`` as a plain dict, in the documented shape as well."""

    Requisition: RequisitionBody
    Status: str | None
    Order_type: str | None
    To_store_id: int | None
    RequisitionItem: Sequence[RequisitionItemDraft | RequisitionItemDict] | None
