from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .invoice_item_draft import InvoiceItemDraft
from .payment_draft import PaymentDraft
from .refund_receipt_draft import RefundReceiptDraft


@attrs.define(kw_only=True)
class RefundReceiptWrite(Draft):
    """What can be written of refund receipt writes."""

    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "refund_receipt": (None, "RefundReceipt"),
        "items": (None, "InvoiceItem"),
        "payments": (None, "InvoicePayment"),
        "custom_field": (None, "InvoiceCustomField"),
        "deposit": (None, "Deposit"),
        "reminder": (None, "InvoiceReminder"),
        "document": (None, "Document"),
        "document_title": (None, "DocumentTitle"),
        "payment": (None, "Payment"),
    }

    refund_receipt: RefundReceiptDraft
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET
    payments: list[PaymentDraft] | None | UnsetType = UNSET
    custom_field: dict[str, Any] | None | UnsetType = UNSET
    deposit: dict[str, Any] | None | UnsetType = UNSET
    reminder: dict[str, Any] | None | UnsetType = UNSET
    document: dict[str, Any] | None | UnsetType = UNSET
    document_title: dict[str, Any] | None | UnsetType = UNSET
    payment: list[PaymentDraft] | None | UnsetType = UNSET
