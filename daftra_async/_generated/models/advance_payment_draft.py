from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import DepositType, InvoiceType, RequisitionDeliveryStatus, ShippingOption
from .invoice_item_draft import InvoiceItemDict, InvoiceItemDraft
from .payment_draft import PaymentDict, PaymentDraft


@attrs.define(kw_only=True)
class AdvancePaymentDraft(Draft):
    """What can be written of advance payments."""

    _wire_section: ClassVar[str | None] = "Invoice"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "payment": ("Payment", ""),
        "items": ("InvoiceItem", ""),
        "custom_fields": ("InvoiceCustomField", ""),
    }

    subscription_id: int | None | UnsetType = UNSET
    """The subscription that issued it."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""
    type: InvoiceType | int
    """19 marks an advance payment."""
    po_number: str | None | UnsetType = UNSET
    """The purchase order number; free text, and a customary mark of one's own."""
    client_id: int
    """The client's id."""
    client_email: str | None | UnsetType = UNSET
    """The client's e-mail; needed when the client is invoiced by e-mail."""
    client_country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of that address's country, such as EG."""
    draft: bool | None | UnsetType = UNSET
    """A draft is not issued and not booked."""
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    is_offline: bool | None | UnsetType = UNSET
    """Whether the client has no account for the client area."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    discount: Decimal | int | str | None | UnsetType = UNSET
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_amount: Decimal | int | str | None | UnsetType = UNSET
    """Discount as an amount."""
    deposit: Decimal | int | str | None | UnsetType = UNSET
    """The deposit asked for."""
    deposit_type: DepositType | int | None | UnsetType = UNSET
    """Whether the deposit is paid."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    html_notes: str | None | UnsetType = UNSET
    """Notes as HTML."""
    invoice_layout_id: int | None | UnsetType = UNSET
    """The print layout."""
    estimate_id: int | None | UnsetType = UNSET
    """The estimate it was made from."""
    shipping_options: ShippingOption | int | None | UnsetType = UNSET
    """Which address is shown for shipping."""
    shipping_amount: Decimal | int | str | None | UnsetType = UNSET
    """What shipping costs."""
    requisition_delivery_status: RequisitionDeliveryStatus | int | None | UnsetType = UNSET
    """How far the goods' delivery has come."""
    pos_shift_id: int | None | UnsetType = UNSET
    """The point-of-sale shift it was made in."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    payment: PaymentDraft | None | UnsetType = UNSET
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET
    custom_fields: list[str] | None | UnsetType = UNSET


class AdvancePaymentDict(TypedDict, total=False):
    """``AdvancePaymentDraft`` as a plain dict, by its attributes; they are described there."""

    subscription_id: int | None
    store_id: int | None
    type: InvoiceType | int
    po_number: str | None
    client_id: int
    client_email: str | None
    client_country_code: str | None
    draft: bool | None
    follow_up_status: int | None
    staff_id: int | None
    name: str | None
    is_offline: bool | None
    currency_code: str | None
    date: Date | str | None
    discount: Decimal | int | str | None
    discount_amount: Decimal | int | str | None
    deposit: Decimal | int | str | None
    deposit_type: DepositType | int | None
    notes: str | None
    html_notes: str | None
    invoice_layout_id: int | None
    estimate_id: int | None
    shipping_options: ShippingOption | int | None
    shipping_amount: Decimal | int | str | None
    requisition_delivery_status: RequisitionDeliveryStatus | int | None
    pos_shift_id: int | None
    branch_id: int | None
    payment: PaymentDraft | PaymentDict | None
    items: Sequence[InvoiceItemDraft | InvoiceItemDict] | None
    custom_fields: list[str] | None


class AdvancePaymentBody(AdvancePaymentDict, total=False):
    """``AdvancePaymentDraft`` as a plain dict, in the documented shape as well."""

    Invoice: AdvancePaymentBody
    Payment: PaymentDraft | PaymentDict | None
    InvoiceItem: Sequence[InvoiceItemDraft | InvoiceItemDict] | None
    InvoiceCustomField: list[str] | None
