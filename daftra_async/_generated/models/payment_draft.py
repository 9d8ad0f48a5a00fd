from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import DateTime
from .enums import PaymentStatus


@attrs.define(kw_only=True)
class PaymentDraft(Draft):
    """What can be written of payments."""

    payment_method: str
    """Key of the payment method, such as cash."""
    amount: Decimal | int | str
    """The amount."""
    transaction_id: str | None | UnsetType = UNSET
    """The payment's reference at its provider."""
    treasury_id: int | None | UnsetType = UNSET
    """The treasury or bank account the money goes to."""
    date: DateTime | str | None | UnsetType = UNSET
    """The date of the document."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    email: str | None | UnsetType = UNSET
    status: PaymentStatus | int | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    response_code: str | None | UnsetType = UNSET
    response_message: str | None | UnsetType = UNSET
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    first_name: str | None | UnsetType = UNSET
    last_name: str | None | UnsetType = UNSET
    address1: str | None | UnsetType = UNSET
    address2: str | None | UnsetType = UNSET
    city: str | None | UnsetType = UNSET
    state: str | None | UnsetType = UNSET
    postal_code: str | None | UnsetType = UNSET
    country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of the country, such as EG."""
    phone1: str | None | UnsetType = UNSET
    phone2: str | None | UnsetType = UNSET
    transaction_type: str | None | UnsetType = UNSET
    processed: bool | None | UnsetType = UNSET
    attachment: str | None | UnsetType = UNSET
    receipt_notes: str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    payment_work_order_id: int | None | UnsetType = UNSET
    pos_shift_id: int | None | UnsetType = UNSET
    """The point-of-sale shift it was made in."""
    extra_details: str | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    added_by: int | None | UnsetType = UNSET
    """The staff member who added it."""
    is_paid: bool | None | UnsetType = UNSET


class PaymentDict(TypedDict, total=False):
    """``PaymentDraft`` as a plain dict, by its attributes; they are described there."""

    payment_method: str
    amount: Decimal | int | str
    transaction_id: str | None
    treasury_id: int | None
    date: DateTime | str | None
    staff_id: int | None
    email: str | None
    status: PaymentStatus | int | None
    notes: str | None
    response_code: str | None
    response_message: str | None
    currency_code: str | None
    first_name: str | None
    last_name: str | None
    address1: str | None
    address2: str | None
    city: str | None
    state: str | None
    postal_code: str | None
    country_code: str | None
    phone1: str | None
    phone2: str | None
    transaction_type: str | None
    processed: bool | None
    attachment: str | None
    receipt_notes: str | None
    client_id: int | None
    payment_work_order_id: int | None
    pos_shift_id: int | None
    extra_details: str | None
    branch_id: int | None
    added_by: int | None
    is_paid: bool | None
