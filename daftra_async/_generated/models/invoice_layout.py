from __future__ import annotations

from ..._wire.record import NO_ID, DateTime, Record


class InvoiceLayout(Record, frozen=True, kw_only=True):
    """One of the account's invoice layouts."""

    id: int = NO_ID
    """The record's id, set by the server."""
    field1: str | None = None
    field2: str | None = None
    field3: str | None = None
    field4: str | None = None
    field5: str | None = None
    image: str | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    html: str | None = None
    invoice_title: str | None = None
    estimate_title: str | None = None
    creditnote_title: str | None = None
    business_info: str | None = None
    logo: str | None = None
    client_info: str | None = None
    label_invoice_no: str | None = None
    label_date: str | None = None
    label_po_no: str | None = None
    label_total: str | None = None
    label_status: str | None = None
    label_due_days: str | None = None
    label_due_date: str | None = None
    label_deposit: str | None = None
    label_paid_amount: str | None = None
    label_unpaid_amount: str | None = None
    label_subtotal: str | None = None
    label_description: str | None = None
    label_item: str | None = None
    label_tax1: str | None = None
    label_tax2: str | None = None
    label_quantity: str | None = None
    label_unit_price: str | None = None
    label_item_total: str | None = None
    label_from_date: str | None = None
    label_to_date: str | None = None
    label_discount: str | None = None
    items_list: str | None = None
    custom_fields: str | None = None
    template_id: int | None = None
    footer: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    default: bool | None = None
    default_estimate: bool | None = None
    default_creditnote: bool | None = None
    default_refundreceipt: bool | None = None
    simple_item_currency: bool | None = None
    show_balance_due: bool | None = None
    show_ship: bool | None = None
    label_ship: str | None = None
    ship_info: str | None = None
    language_id: int | None = None
    """The id of the language that the document is printed in."""
    label_shipping: str | None = None
    item_columns: str | None = None
    footer_html: str | None = None
    css_style: str | None = None
    view_style: str | None = None
    label_creditnote_no: str | None = None
    label_creditnote_to: str | None = None
    label_creditnote_date: str | None = None
    label_estimate_no: str | None = None
    label_estimate_date: str | None = None
    refundreceipt_title: str | None = None
    quantity_price: str | None = None
    label_refundreceipt_no: str | None = None
    label_refundreceipt_date: str | None = None
    label_to: str | None = None
    label_refunded: str | None = None
    alt_template: int | None = None
    layout_type: int | None = None
    sticky_footer: str | None = None
    sticky_header: str | None = None
    default_purchase_refund: bool | None = None
    default_purchase_order: bool | None = None
    branch_id: int | None = None
    """The branch it belongs to."""
    purchase_order_title: str | None = None
    default_width: int | None = None
    default_height: int | None = None
    min_width: int | None = None
    min_height: int | None = None
    max_width: int | None = None
    max_height: int | None = None
    name: str | None = None
    """Its name, as people know it."""
