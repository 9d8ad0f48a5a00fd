from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from ...wire.record import NO_ID, Date, DateTime, Record
from .purchase_invoice_item import PurchaseInvoiceItem
from .purchase_invoice_payment import PurchaseInvoicePayment
from .purchase_invoice_tax import PurchaseInvoiceTax
from .staff import Staff
from .supplier import Supplier as _Supplier

if TYPE_CHECKING:
    from .purchase_invoice_draft import PurchaseInvoiceDraft


@attrs.frozen(kw_only=True, repr=False)
class PurchaseInvoice(Record):
    """One of the account's purchase invoices."""

    id: int = NO_ID
    """The record's id, set by the server."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    no: str | None = None
    """The document's number as printed; the server numbers documents that have none."""
    supplier_id: int | None = None
    """The supplier's id."""
    is_offline: bool | None = None
    """Whether the client has no account for the client area."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    supplier_business_name: str | None = None
    supplier_first_name: str | None = None
    supplier_last_name: str | None = None
    supplier_email: str | None = None
    supplier_address1: str | None = None
    supplier_address2: str | None = None
    supplier_postal_code: str | None = None
    supplier_city: str | None = None
    supplier_state: str | None = None
    supplier_country_code: str | None = None
    date: Date | None = None
    """The date of the document."""
    draft: bool | None = None
    """A draft is not issued and not booked."""
    Supplier_active_secondary_address: bool | None = attrs.field(
        default=None, alias="supplier_active_secondary_address"
    )
    Supplier_secondary_country_code: str | None = attrs.field(default=None, alias="supplier_secondary_country_code")
    Supplier_secondary_name: str | None = attrs.field(default=None, alias="supplier_secondary_name")
    Supplier_secondary_address1: str | None = attrs.field(default=None, alias="supplier_secondary_address1")
    Supplier_secondary_address2: str | None = attrs.field(default=None, alias="supplier_secondary_address2")
    Supplier_secondary_city: str | None = attrs.field(default=None, alias="supplier_secondary_city")
    Supplier_secondary_state: str | None = attrs.field(default=None, alias="supplier_secondary_state")
    Supplier_secondary_postal_code: str | None = attrs.field(default=None, alias="supplier_secondary_postal_code")
    is_received: bool | None = None
    """Whether the goods have arrived."""
    received_date: DateTime | None = None
    Supplier: _Supplier | None = attrs.field(default=None, alias="supplier")
    staff: Staff | None = None
    PurchaseOrderItem: list[PurchaseInvoiceItem] = attrs.field(factory=list, alias="items")
    PurchaseOrderTax: list[PurchaseInvoiceTax] = attrs.field(factory=list, alias="taxes")
    PurchaseOrderCustomField: Any = attrs.field(default=None, alias="custom_field")
    PurchaseOrderPayment: list[PurchaseInvoicePayment] = attrs.field(factory=list, alias="payments")

    @property
    def supplier_active_secondary_address(self) -> bool | None:
        """`Supplier_active_secondary_address` in the server's answer."""
        return self.Supplier_active_secondary_address

    @property
    def supplier_secondary_country_code(self) -> str | None:
        """`Supplier_secondary_country_code` in the server's answer."""
        return self.Supplier_secondary_country_code

    @property
    def supplier_secondary_name(self) -> str | None:
        """`Supplier_secondary_name` in the server's answer."""
        return self.Supplier_secondary_name

    @property
    def supplier_secondary_address1(self) -> str | None:
        """`Supplier_secondary_address1` in the server's answer."""
        return self.Supplier_secondary_address1

    @property
    def supplier_secondary_address2(self) -> str | None:
        """`Supplier_secondary_address2` in the server's answer."""
        return self.Supplier_secondary_address2

    @property
    def supplier_secondary_city(self) -> str | None:
        """`Supplier_secondary_city` in the server's answer."""
        return self.Supplier_secondary_city

    @property
    def supplier_secondary_state(self) -> str | None:
        """`Supplier_secondary_state` in the server's answer."""
        return self.Supplier_secondary_state

    @property
    def supplier_secondary_postal_code(self) -> str | None:
        """`Supplier_secondary_postal_code` in the server's answer."""
        return self.Supplier_secondary_postal_code

    @property
    def supplier(self) -> _Supplier | None:
        """`Supplier` in the server's answer."""
        return self.Supplier

    @property
    def items(self) -> list[PurchaseInvoiceItem]:
        """`PurchaseOrderItem` in the server's answer."""
        return self.PurchaseOrderItem

    @property
    def taxes(self) -> list[PurchaseInvoiceTax]:
        """`PurchaseOrderTax` in the server's answer."""
        return self.PurchaseOrderTax

    @property
    def custom_field(self) -> Any:
        """`PurchaseOrderCustomField` in the server's answer."""
        return self.PurchaseOrderCustomField

    @property
    def payments(self) -> list[PurchaseInvoicePayment]:
        """`PurchaseOrderPayment` in the server's answer."""
        return self.PurchaseOrderPayment

    def to_draft(self) -> PurchaseInvoiceDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .purchase_invoice_draft import PurchaseInvoiceDraft

        return PurchaseInvoiceDraft.from_record(self)
