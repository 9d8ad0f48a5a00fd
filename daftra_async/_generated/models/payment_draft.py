from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from ...wire import DateTime, Draft
from .payment_status import PaymentStatus


@attrs.define(kw_only=True)
class PaymentDraft(Draft):
    """What can be written of payments."""

    payment_method: str | None | UnsetType = UNSET
    amount: Decimal | int | str | None | UnsetType = UNSET
    transaction_id: str | None | UnsetType = UNSET
    treasury_id: int | None | UnsetType = UNSET
    date: DateTime | str | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
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
    receipt_notes: str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    payment_work_order_id: int | None | UnsetType = UNSET
    pos_shift_id: int | None | UnsetType = UNSET
    extra_details: str | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    added_by: int | None | UnsetType = UNSET
    is_paid: bool | None | UnsetType = UNSET
