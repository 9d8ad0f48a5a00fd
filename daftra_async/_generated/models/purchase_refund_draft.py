from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date, DateTime
from .purchase_invoice_item_draft import PurchaseInvoiceItemDict, PurchaseInvoiceItemDraft


@attrs.define(kw_only=True)
class PurchaseRefundDraft(Draft):
    """What can be written of purchase refunds."""

    _wire_section: ClassVar[str | None] = "PurchaseRefund"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "supplier_active_secondary_address": (None, "Supplier_active_secondary_address"),
        "supplier_secondary_country_code": (None, "Supplier_secondary_country_code"),
        "supplier_secondary_name": (None, "Supplier_secondary_name"),
        "supplier_secondary_address1": (None, "Supplier_secondary_address1"),
        "supplier_secondary_address2": (None, "Supplier_secondary_address2"),
        "supplier_secondary_city": (None, "Supplier_secondary_city"),
        "supplier_secondary_state": (None, "Supplier_secondary_state"),
        "supplier_secondary_postal_code": (None, "Supplier_secondary_postal_code"),
        "items": ("PurchaseOrderItem", ""),
    }

    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    no: str | None | UnsetType = UNSET
    """The document's number as printed; the server numbers documents that have none."""
    supplier_id: int | None | UnsetType = UNSET
    """The supplier's id."""
    is_offline: bool | None | UnsetType = UNSET
    """Whether the client has no account for the client area."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    supplier_business_name: str | None | UnsetType = UNSET
    supplier_first_name: str | None | UnsetType = UNSET
    supplier_last_name: str | None | UnsetType = UNSET
    supplier_email: str | None | UnsetType = UNSET
    supplier_address1: str | None | UnsetType = UNSET
    supplier_address2: str | None | UnsetType = UNSET
    supplier_postal_code: str | None | UnsetType = UNSET
    supplier_city: str | None | UnsetType = UNSET
    supplier_state: str | None | UnsetType = UNSET
    supplier_country_code: str | None | UnsetType = UNSET
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    draft: bool | None | UnsetType = UNSET
    """A draft is not issued and not booked."""
    supplier_active_secondary_address: bool | None | UnsetType = UNSET
    supplier_secondary_country_code: str | None | UnsetType = UNSET
    supplier_secondary_name: str | None | UnsetType = UNSET
    supplier_secondary_address1: str | None | UnsetType = UNSET
    supplier_secondary_address2: str | None | UnsetType = UNSET
    supplier_secondary_city: str | None | UnsetType = UNSET
    supplier_secondary_state: str | None | UnsetType = UNSET
    supplier_secondary_postal_code: str | None | UnsetType = UNSET
    is_received: bool | None | UnsetType = UNSET
    """Whether the goods have arrived."""
    received_date: DateTime | str | None | UnsetType = UNSET
    """The day on which the goods arrived."""
    subscription_id: int | None | UnsetType = UNSET
    """The subscription that issued it."""
    items: list[PurchaseInvoiceItemDraft] | None | UnsetType = UNSET


class PurchaseRefundDict(TypedDict, total=False):
    """``PurchaseRefundDraft`` as a plain dict, by its attributes; they are described there."""

    staff_id: int | None
    no: str | None
    supplier_id: int | None
    is_offline: bool | None
    currency_code: str | None
    supplier_business_name: str | None
    supplier_first_name: str | None
    supplier_last_name: str | None
    supplier_email: str | None
    supplier_address1: str | None
    supplier_address2: str | None
    supplier_postal_code: str | None
    supplier_city: str | None
    supplier_state: str | None
    supplier_country_code: str | None
    date: Date | str | None
    draft: bool | None
    supplier_active_secondary_address: bool | None
    supplier_secondary_country_code: str | None
    supplier_secondary_name: str | None
    supplier_secondary_address1: str | None
    supplier_secondary_address2: str | None
    supplier_secondary_city: str | None
    supplier_secondary_state: str | None
    supplier_secondary_postal_code: str | None
    is_received: bool | None
    received_date: DateTime | str | None
    subscription_id: int | None
    items: Sequence[PurchaseInvoiceItemDraft | PurchaseInvoiceItemDict] | None


class PurchaseRefundBody(PurchaseRefundDict, total=False):
    """``PurchaseRefundDraft`` as a plain dict, in the documented shape as well."""

    PurchaseRefund: PurchaseRefundBody
    Supplier_active_secondary_address: bool | None
    Supplier_secondary_country_code: str | None
    Supplier_secondary_name: str | None
    Supplier_secondary_address1: str | None
    Supplier_secondary_address2: str | None
    Supplier_secondary_city: str | None
    Supplier_secondary_state: str | None
    Supplier_secondary_postal_code: str | None
    PurchaseOrderItem: Sequence[PurchaseInvoiceItemDraft | PurchaseInvoiceItemDict] | None
