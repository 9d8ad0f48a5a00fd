from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import DateTime, Draft
from .payment_status import PaymentStatus


@attrs.define(kw_only=True)
class InvoicePaymentDraft(Draft):
    """What can be written of invoice payments."""

    _wire_section: ClassVar[str | None] = "InvoicePayment"

    invoice_id: int
    payment_method: str
    amount: Decimal | int | str
    transaction_id: str | None | UnsetType = UNSET
    treasury_id: int | None | UnsetType = UNSET
    date: DateTime | str | None | UnsetType = UNSET
    email: str | None | UnsetType = UNSET
    status: PaymentStatus | int | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    response_code: str | None | UnsetType = UNSET
    response_message: str | None | UnsetType = UNSET
    currency_code: str | None | UnsetType = UNSET
    first_name: str | None | UnsetType = UNSET
    last_name: str | None | UnsetType = UNSET
    address1: str | None | UnsetType = UNSET
    address2: str | None | UnsetType = UNSET
    city: str | None | UnsetType = UNSET
    state: str | None | UnsetType = UNSET
    postal_code: str | None | UnsetType = UNSET
    country_code: str | None | UnsetType = UNSET
    phone1: str | None | UnsetType = UNSET
    phone2: str | None | UnsetType = UNSET
    transaction_type: str | None | UnsetType = UNSET
    processed: bool | None | UnsetType = UNSET
    attachment: str | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    receipt_notes: str | None | UnsetType = UNSET
