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
    """E-mail address."""
    status: PaymentStatus | int | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    response_code: str | None | UnsetType = UNSET
    """The payment gateway's code."""
    response_message: str | None | UnsetType = UNSET
    """What the payment gateway said."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    first_name: str | None | UnsetType = UNSET
    """First name."""
    last_name: str | None | UnsetType = UNSET
    """Last name."""
    address1: str | None | UnsetType = UNSET
    """Street and house."""
    address2: str | None | UnsetType = UNSET
    """The second line of the address."""
    city: str | None | UnsetType = UNSET
    """City."""
    state: str | None | UnsetType = UNSET
    """State or governorate."""
    postal_code: str | None | UnsetType = UNSET
    """Postal code."""
    country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of the country, such as EG."""
    phone1: str | None | UnsetType = UNSET
    """Telephone."""
    phone2: str | None | UnsetType = UNSET
    """A second telephone, often the mobile one."""
    transaction_type: str | None | UnsetType = UNSET
    """What kind of movement it is."""
    processed: bool | None | UnsetType = UNSET
    """Whether it has been booked."""
    attachment: str | None | UnsetType = UNSET
    """Files attached to it."""
    receipt_notes: str | None | UnsetType = UNSET
    """What is printed on the receipt."""
    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    payment_work_order_id: int | None | UnsetType = UNSET
    """The work order that was paid for."""
    pos_shift_id: int | None | UnsetType = UNSET
    """The point-of-sale shift it was made in."""
    extra_details: str | None | UnsetType = UNSET
    """What an integration keeps beside it, as JSON text."""
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
