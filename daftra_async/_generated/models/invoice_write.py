from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .invoice_draft import InvoiceDict, InvoiceDraft
from .invoice_item_draft import InvoiceItemDict, InvoiceItemDraft
from .payment_draft import PaymentDict, PaymentDraft


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


class InvoiceWriteDict(TypedDict, total=False):
    """``InvoiceWrite`` as a plain dict, by its attributes; they are described there."""

    invoice: InvoiceDraft | InvoiceDict
    items: Sequence[InvoiceItemDraft | InvoiceItemDict] | None
    payments: Sequence[PaymentDraft | PaymentDict] | None
    custom_field: dict[str, Any] | None
    deposit: dict[str, Any] | None
    reminder: dict[str, Any] | None
    document: dict[str, Any] | None
    document_title: dict[str, Any] | None
    Invoice: InvoiceDraft | InvoiceDict | None
    InvoiceItem: Sequence[InvoiceItemDraft | InvoiceItemDict] | None
    Payment: Sequence[PaymentDraft | PaymentDict] | None
    InvoiceCustomField: dict[str, Any] | None
    Deposit: dict[str, Any] | None
    InvoiceReminder: dict[str, Any] | None
    Document: dict[str, Any] | None
    DocumentTitle: dict[str, Any] | None
