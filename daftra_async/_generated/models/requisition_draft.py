from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import RequisitionOrderType, RequisitionType
from .requisition_item_draft import RequisitionItemDict, RequisitionItemDraft


@attrs.define(kw_only=True)
class RequisitionDraft(Draft):
    """What can be written of requisitions."""

    _wire_section: ClassVar[str | None] = "Requisition"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "status": (None, "Status"),
        "items": ("RequisitionItem", ""),
    }

    type: RequisitionType | int | None | UnsetType = UNSET
    """Whether stock comes in, goes out or moves between warehouses."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    status: str | None | UnsetType = UNSET
    """Whether it has moved stock yet."""
    work_order_id: int | None | UnsetType = UNSET
    """The work order it belongs to."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""
    journal_account_id: int | None | UnsetType = UNSET
    """The journal account that it is booked on."""
    number: str | None | UnsetType = UNSET
    """Its number."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    order_type: RequisitionOrderType | int | None | UnsetType = UNSET
    """The kind of document that it was made for."""
    to_store_id: int | None | UnsetType = UNSET
    """The warehouse that stock goes to."""
    attachment: str | None | UnsetType = UNSET
    """Files attached to it."""
    draft: bool | None | UnsetType = UNSET
    """A draft is not issued and not booked."""
    is_manufacturing_order: bool | None | UnsetType = UNSET
    """Whether it was made for production."""
    is_stock_request: bool | None | UnsetType = UNSET
    """Whether it was made for a stock request."""
    items: list[RequisitionItemDraft] | None | UnsetType = UNSET


class RequisitionDict(TypedDict, total=False):
    """``RequisitionDraft`` as a plain dict, by its attributes; they are described there."""

    type: RequisitionType | int | None
    currency_code: str | None
    status: str | None
    work_order_id: int | None
    date: Date | str | None
    store_id: int | None
    journal_account_id: int | None
    number: str | None
    notes: str | None
    order_type: RequisitionOrderType | int | None
    to_store_id: int | None
    attachment: str | None
    draft: bool | None
    is_manufacturing_order: bool | None
    is_stock_request: bool | None
    items: Sequence[RequisitionItemDraft | RequisitionItemDict] | None


class RequisitionBody(RequisitionDict, total=False):
    """``RequisitionDraft`` as a plain dict, in the documented shape as well."""

    Requisition: RequisitionBody
    Status: str | None
    RequisitionItem: Sequence[RequisitionItemDraft | RequisitionItemDict] | None
