from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import DepositType, RequisitionDeliveryStatus, ShippingOption
from .invoice_item_draft import InvoiceItemDict, InvoiceItemDraft
from .payment_draft import PaymentDict, PaymentDraft


@attrs.define(kw_only=True)
class EstimateDraft(Draft):
    """What can be written of estimates."""

    _wire_section: ClassVar[str | None] = "Estimate"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "items": ("InvoiceItem", ""),
        "payments": ("InvoicePayment", ""),
        "custom_field": ("InvoiceCustomField", ""),
        "deposit_record": ("Deposit", ""),
        "reminder": ("InvoiceReminder", ""),
        "document": ("Document", ""),
        "document_title": ("DocumentTitle", ""),
    }

    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    subscription_id: int | None | UnsetType = UNSET
    """The subscription that issued it."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""
    no: str | None | UnsetType = UNSET
    """The document's number as printed; the server numbers documents that have none."""
    po_number: str | None | UnsetType = UNSET
    """The purchase order number; free text, and a customary mark of one's own."""
    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    client_id: int
    """The client's id."""
    is_offline: bool | None | UnsetType = UNSET
    """Whether the client has no account for the client area."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    client_business_name: str | None | UnsetType = UNSET
    """The client's business name at the time of issue."""
    client_first_name: str | None | UnsetType = UNSET
    """The client's first name at the time of issue."""
    client_last_name: str | None | UnsetType = UNSET
    """The client's last name at the time of issue."""
    client_email: str | None | UnsetType = UNSET
    """The client's e-mail; needed when the client is invoiced by e-mail."""
    client_address1: str | None | UnsetType = UNSET
    """The client's street and house at the time of issue."""
    client_address2: str | None | UnsetType = UNSET
    """The second line of that address."""
    client_postal_code: str | None | UnsetType = UNSET
    """The postal code of that address."""
    client_city: str | None | UnsetType = UNSET
    """The city of that address."""
    client_state: str | None | UnsetType = UNSET
    """The state or governorate of that address."""
    client_country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of that address's country, such as EG."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    draft: bool | None | UnsetType = UNSET
    """A draft is not issued and not booked."""
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
    client_active_secondary_address: bool | None | UnsetType = UNSET
    """Whether the document shows a second address, for delivery."""
    client_secondary_name: str | None | UnsetType = UNSET
    """Who takes delivery."""
    client_secondary_address1: str | None | UnsetType = UNSET
    """Street and house of the delivery address."""
    client_secondary_address2: str | None | UnsetType = UNSET
    """The second line of the delivery address."""
    client_secondary_city: str | None | UnsetType = UNSET
    """The city of the delivery address."""
    client_secondary_state: str | None | UnsetType = UNSET
    """The state or governorate of the delivery address."""
    client_secondary_postal_code: str | None | UnsetType = UNSET
    """The postal code of the delivery address."""
    client_secondary_country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of the delivery address's country."""
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    work_order_id: int | None | UnsetType = UNSET
    """The work order it belongs to."""
    requisition_delivery_status: RequisitionDeliveryStatus | int | None | UnsetType = UNSET
    """How far the goods' delivery has come."""
    pos_shift_id: int | None | UnsetType = UNSET
    """The point-of-sale shift it was made in."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET
    payments: list[PaymentDraft] | None | UnsetType = UNSET
    custom_field: dict[str, Any] | None | UnsetType = UNSET
    deposit_record: dict[str, Any] | None | UnsetType = UNSET
    reminder: dict[str, Any] | None | UnsetType = UNSET
    document: dict[str, Any] | None | UnsetType = UNSET
    document_title: dict[str, Any] | None | UnsetType = UNSET


class EstimateDict(TypedDict, total=False):
    """``EstimateDraft`` as a plain dict, by its attributes; they are described there."""

    staff_id: int | None
    subscription_id: int | None
    store_id: int | None
    no: str | None
    po_number: str | None
    name: str | None
    client_id: int
    is_offline: bool | None
    currency_code: str | None
    client_business_name: str | None
    client_first_name: str | None
    client_last_name: str | None
    client_email: str | None
    client_address1: str | None
    client_address2: str | None
    client_postal_code: str | None
    client_city: str | None
    client_state: str | None
    client_country_code: str | None
    date: Date | str | None
    draft: bool | None
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
    client_active_secondary_address: bool | None
    client_secondary_name: str | None
    client_secondary_address1: str | None
    client_secondary_address2: str | None
    client_secondary_city: str | None
    client_secondary_state: str | None
    client_secondary_postal_code: str | None
    client_secondary_country_code: str | None
    follow_up_status: int | None
    work_order_id: int | None
    requisition_delivery_status: RequisitionDeliveryStatus | int | None
    pos_shift_id: int | None
    branch_id: int | None
    items: Sequence[InvoiceItemDraft | InvoiceItemDict] | None
    payments: Sequence[PaymentDraft | PaymentDict] | None
    custom_field: dict[str, Any] | None
    deposit_record: dict[str, Any] | None
    reminder: dict[str, Any] | None
    document: dict[str, Any] | None
    document_title: dict[str, Any] | None


class EstimateBody(EstimateDict, total=False):
    """``EstimateDraft`` as a plain dict, in the documented shape as well."""

    Estimate: EstimateBody
    InvoiceItem: Sequence[InvoiceItemDraft | InvoiceItemDict] | None
    InvoicePayment: Sequence[PaymentDraft | PaymentDict] | None
    InvoiceCustomField: dict[str, Any] | None
    Deposit: dict[str, Any] | None
    InvoiceReminder: dict[str, Any] | None
    Document: dict[str, Any] | None
    DocumentTitle: dict[str, Any] | None
