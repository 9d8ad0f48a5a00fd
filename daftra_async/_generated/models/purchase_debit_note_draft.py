from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .purchase_invoice_item_draft import PurchaseInvoiceItemDict, PurchaseInvoiceItemDraft


@attrs.define(kw_only=True)
class PurchaseDebitNoteDraft(Draft):
    """What can be written of purchase debit notes."""

    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "custom_field": (None, "PurchaseOrderCustomField"),
    }

    invoice_layout_id: int | None | UnsetType = UNSET
    """The print layout."""
    type: str | None | UnsetType = UNSET
    supplier_id: int | None | UnsetType = UNSET
    """The supplier's id."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    language_id: int | None | UnsetType = UNSET
    """The id of the language that the document is printed in."""
    supplier_supplier_number: str | None | UnsetType = UNSET
    supplier_business_name: str | None | UnsetType = UNSET
    supplier_first_name: str | None | UnsetType = UNSET
    supplier_last_name: str | None | UnsetType = UNSET
    supplier_address1: str | None | UnsetType = UNSET
    supplier_address2: str | None | UnsetType = UNSET
    supplier_city: str | None | UnsetType = UNSET
    supplier_state: str | None | UnsetType = UNSET
    supplier_postal_code: str | None | UnsetType = UNSET
    supplier_phone1: str | None | UnsetType = UNSET
    supplier_phone2: str | None | UnsetType = UNSET
    supplier_country_code: str | None | UnsetType = UNSET
    supplier_bn1_label: str | None | UnsetType = UNSET
    supplier_bn2_label: str | None | UnsetType = UNSET
    supplier_default_currency_code: str | None | UnsetType = UNSET
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    work_order_id: int | None | UnsetType = UNSET
    """The work order it belongs to."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""
    show_item_stores: bool | None | UnsetType = UNSET
    shipping_tax_id: int | None | UnsetType = UNSET
    shipping_amount: Decimal | int | str | None | UnsetType = UNSET
    """What shipping costs."""
    discount: Decimal | int | str | None | UnsetType = UNSET
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_amount: Decimal | int | str | None | UnsetType = UNSET
    """Discount as an amount."""
    adjustment_label: str | None | UnsetType = UNSET
    adjustment_value: Decimal | int | str | None | UnsetType = UNSET
    html_notes: str | None | UnsetType = UNSET
    """Notes as HTML."""
    draft: bool | None | UnsetType = UNSET
    """A draft is not issued and not booked."""
    purchase_order_item: list[PurchaseInvoiceItemDraft] | None | UnsetType = UNSET
    summary_total: dict[str, Any] | None | UnsetType = UNSET
    """The amount to pay, taxes included."""
    custom_field: dict[str, Any] | None | UnsetType = UNSET
    no: str | None | UnsetType = UNSET
    """The document's number as printed; the server numbers documents that have none."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    tags: list[str] | None | UnsetType = UNSET
    """Tags, for finding it again."""


class PurchaseDebitNoteDict(TypedDict, total=False):
    """``PurchaseDebitNoteDraft`` as a plain dict, by its attributes; they are described there."""

    invoice_layout_id: int | None
    type: str | None
    supplier_id: int | None
    currency_code: str | None
    language_id: int | None
    supplier_supplier_number: str | None
    supplier_business_name: str | None
    supplier_first_name: str | None
    supplier_last_name: str | None
    supplier_address1: str | None
    supplier_address2: str | None
    supplier_city: str | None
    supplier_state: str | None
    supplier_postal_code: str | None
    supplier_phone1: str | None
    supplier_phone2: str | None
    supplier_country_code: str | None
    supplier_bn1_label: str | None
    supplier_bn2_label: str | None
    supplier_default_currency_code: str | None
    date: Date | str | None
    work_order_id: int | None
    store_id: int | None
    show_item_stores: bool | None
    shipping_tax_id: int | None
    shipping_amount: Decimal | int | str | None
    discount: Decimal | int | str | None
    discount_amount: Decimal | int | str | None
    adjustment_label: str | None
    adjustment_value: Decimal | int | str | None
    html_notes: str | None
    draft: bool | None
    purchase_order_item: Sequence[PurchaseInvoiceItemDraft | PurchaseInvoiceItemDict] | None
    summary_total: dict[str, Any] | None
    custom_field: dict[str, Any] | None
    no: str | None
    staff_id: int | None
    follow_up_status: int | None
    tags: list[str] | None
    PurchaseOrderCustomField: dict[str, Any] | None
