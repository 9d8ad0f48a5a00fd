from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import DateTime, Draft
from .payment_status import PaymentStatus


@attrs.define(kw_only=True)
class ClientPaymentDraft(Draft):
    """What can be written of client payments."""

    _wire_section: ClassVar[str | None] = "ClientPayment"

    client_id: int | None | UnsetType = UNSET
    status: PaymentStatus | int | None | UnsetType = UNSET
    payment_method: str | None | UnsetType = UNSET
    amount: Decimal | int | str | None | UnsetType = UNSET
    currency_code: str | None | UnsetType = UNSET
    transaction_id: str | None | UnsetType = UNSET
    treasury_id: int | None | UnsetType = UNSET
    date: DateTime | str | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    receipt_notes: str | None | UnsetType = UNSET
