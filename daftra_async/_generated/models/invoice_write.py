from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .invoice_draft import InvoiceDraft
from .invoice_item_draft import InvoiceItemDraft
from .payment_draft import PaymentDraft


@attrs.define(kw_only=True)
class InvoiceWrite(Draft):
    """What can be written of invoice writes."""

    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "invoice": (None, "Invoice"),
        "items": (None, "InvoiceItem"),
        "payments": (None, "Payment"),
        "custom_field": (None, "InvoiceCustomField"),
        "deposit": (None, "Deposit"),
        "reminder": (None, "InvoiceReminder"),
        "document": (None, "Document"),
        "document_title": (None, "DocumentTitle"),
    }

    invoice: InvoiceDraft
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET
    payments: list[PaymentDraft] | None | UnsetType = UNSET
    custom_field: dict[str, Any] | None | UnsetType = UNSET
    deposit: dict[str, Any] | None | UnsetType = UNSET
    reminder: dict[str, Any] | None | UnsetType = UNSET
    document: dict[str, Any] | None | UnsetType = UNSET
    document_title: dict[str, Any] | None | UnsetType = UNSET
