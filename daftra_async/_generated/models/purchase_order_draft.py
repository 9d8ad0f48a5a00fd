from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .order_custom_field_draft import OrderCustomFieldDict, OrderCustomFieldDraft
from .payment_draft import PaymentDict, PaymentDraft
from .purchase_order_item_draft import PurchaseOrderItemDict, PurchaseOrderItemDraft


@attrs.define(kw_only=True)
class PurchaseOrderDraft(Draft):
    """What can be written of purchase orders."""

    _wire_section: ClassVar[str | None] = "PurchaseOrder"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "items": ("PurchaseOrderItem", ""),
        "custom_fields": ("PurchaseOrderCustomField", ""),
        "payment": ("Payment", ""),
    }

    supplier_id: int
    """The supplier's id."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    issue_date: Date | str | None | UnsetType = UNSET
    """The date of issue."""
    received_date: Date | str | None | UnsetType = UNSET
    """The day on which the goods arrived."""
    supplier_email: str | None | UnsetType = UNSET
    discount: Decimal | int | str | None | UnsetType = UNSET
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_amount: Decimal | int | str | None | UnsetType = UNSET
    """Discount as an amount."""
    deposit: Decimal | int | str | None | UnsetType = UNSET
    """The deposit asked for."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    work_order_id: int | None | UnsetType = UNSET
    """The work order it belongs to."""
    cost_center_id: int | None | UnsetType = UNSET
    """The cost center it is booked on."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    invoice_layout_id: int | None | UnsetType = UNSET
    """The print layout."""
    language_id: int | None | UnsetType = UNSET
    """The id of the language that the document is printed in."""
    items: list[PurchaseOrderItemDraft] | None | UnsetType = UNSET
    custom_fields: list[OrderCustomFieldDraft] | None | UnsetType = UNSET
    payment: PaymentDraft | None | UnsetType = UNSET


class PurchaseOrderDict(TypedDict, total=False):
    """``PurchaseOrderDraft`` as a plain dict, by its attributes; they are described there."""

    supplier_id: int
    currency_code: str | None
    date: Date | str | None
    issue_date: Date | str | None
    received_date: Date | str | None
    supplier_email: str | None
    discount: Decimal | int | str | None
    discount_amount: Decimal | int | str | None
    deposit: Decimal | int | str | None
    store_id: int | None
    branch_id: int | None
    work_order_id: int | None
    cost_center_id: int | None
    notes: str | None
    invoice_layout_id: int | None
    language_id: int | None
    items: Sequence[PurchaseOrderItemDraft | PurchaseOrderItemDict] | None
    custom_fields: Sequence[OrderCustomFieldDraft | OrderCustomFieldDict] | None
    payment: PaymentDraft | PaymentDict | None


class PurchaseOrderBody(PurchaseOrderDict, total=False):
    """``PurchaseOrderDraft`` as a plain dict, in the documented shape as well."""

    PurchaseOrder: PurchaseOrderBody
    PurchaseOrderItem: Sequence[PurchaseOrderItemDraft | PurchaseOrderItemDict] | None
    PurchaseOrderCustomField: Sequence[OrderCustomFieldDraft | OrderCustomFieldDict] | None
    Payment: PaymentDraft | PaymentDict | None
