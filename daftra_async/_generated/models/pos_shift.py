from __future__ import annotations

from typing import Any

from msgspec import field as wire_field

from ..._wire.record import Record


class PosShift(Record, frozen=True, kw_only=True):
    """One of the account's pos shifts."""

    lang: str | None = None
    default_payment: str | None = None
    multiple_addresses_enabled: bool | None = None
    branch_id: int | None = None
    """The branch it belongs to."""
    shift_id: int | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    staff_name: str | None = None
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    cash_in_url: str | None = None
    cash_out_url: str | None = None
    can_edit_price: bool | None = None
    can_add_discount: bool | None = None
    can_add_invoice_details: bool | None = None
    check_offers: bool | None = None
    disable_shipping: bool | None = None
    stop_selling_expired_items: bool | None = None
    share_products: bool | None = None
    enable_log_rocket: bool | None = None
    show_tracking: bool | None = None
    disable_tracking_products: bool | None = None
    embedded_barcode_length: int | None = None
    embedded_product_barcode_length: int | None = None
    apply_insurance: bool | None = wire_field(default=None, name="applyInsurance")
    insurance_agents: dict[str, Any] | None = wire_field(default=None, name="insuranceAgents")
    insurance_agent_classes: dict[str, Any] | None = wire_field(default=None, name="insuranceAgentClasses")
