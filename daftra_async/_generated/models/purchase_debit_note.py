from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, Record
from .purchase_invoice_item import PurchaseInvoiceItem


class PurchaseDebitNote(Record, frozen=True, kw_only=True):
    """One of the account's purchase debit notes."""

    id: int = NO_ID
    """The record's id, set by the server."""
    invoice_layout_id: int | None = None
    """The print layout."""
    type: str | None = None
    supplier_id: int | None = None
    """The supplier's id."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    language_id: int | None = None
    """The id of the language that the document is printed in."""
    supplier_supplier_number: str | None = None
    supplier_business_name: str | None = None
    supplier_first_name: str | None = None
    supplier_last_name: str | None = None
    supplier_address1: str | None = None
    supplier_address2: str | None = None
    supplier_city: str | None = None
    supplier_state: str | None = None
    supplier_postal_code: str | None = None
    supplier_phone1: str | None = None
    supplier_phone2: str | None = None
    supplier_country_code: str | None = None
    supplier_bn1_label: str | None = None
    supplier_bn2_label: str | None = None
    supplier_default_currency_code: str | None = None
    date: Date | None = None
    """The date of the document."""
    work_order_id: int | None = None
    """The work order it belongs to."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    show_item_stores: bool | None = None
    shipping_tax_id: int | None = None
    shipping_amount: Decimal | None = None
    """What shipping costs."""
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_amount: Decimal | None = None
    """Discount as an amount."""
    adjustment_label: str | None = None
    adjustment_value: Decimal | None = None
    html_notes: str | None = None
    """Notes as HTML."""
    draft: bool | None = None
    """A draft is not issued and not booked."""
    purchase_order_item: list[PurchaseInvoiceItem] = wire_field(default_factory=list)
    custom_field: dict[str, Any] | None = wire_field(default=None, name="PurchaseOrderCustomField")
    no: str | None = None
    """The document's number as printed; the server numbers documents that have none."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    follow_up_status: int | None = None
    """The id of its follow-up status."""
    tags: list[str] = wire_field(default_factory=list)
    """Tags, for finding it again."""
    summary_total: Decimal | None = None
    """The amount to pay, taxes included."""
