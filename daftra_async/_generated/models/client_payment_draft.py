from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import DateTime
from .enums import PaymentStatus


@attrs.define(kw_only=True)
class ClientPaymentDraft(Draft):
    """What can be written of client payments."""

    _wire_section: ClassVar[str | None] = "ClientPayment"

    client_id: int
    """The client's id."""
    status: PaymentStatus | int | None | UnsetType = UNSET
    """Whether the payment went through."""
    payment_method: str
    """Key of the payment method, such as cash."""
    amount: Decimal | int | str
    """The amount."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    transaction_id: str | None | UnsetType = UNSET
    """The payment's reference at its provider."""
    treasury_id: int
    """The treasury or bank account the money goes to."""
    date: DateTime | str | None | UnsetType = UNSET
    """The date of the document."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    receipt_notes: str | None | UnsetType = UNSET
    """What is printed on the receipt."""
    attachment: str | None | UnsetType = UNSET
    """Files attached to it."""
    invoice_id: int | None | UnsetType = UNSET
    """The invoice's id."""
    extra_details: str | None | UnsetType = UNSET
    """What an integration keeps beside it, as JSON text."""


class ClientPaymentDict(TypedDict, total=False):
    """``ClientPaymentDraft`` as a plain dict, by its attributes; they are described there."""

    client_id: int
    status: PaymentStatus | int | None
    payment_method: str
    amount: Decimal | int | str
    currency_code: str | None
    transaction_id: str | None
    treasury_id: int
    date: DateTime | str | None
    staff_id: int | None
    notes: str | None
    receipt_notes: str | None
    attachment: str | None
    invoice_id: int | None
    extra_details: str | None


class ClientPaymentBody(ClientPaymentDict, total=False):
    """``ClientPaymentDraft`` as a plain dict, in the documented shape as well."""

    ClientPayment: ClientPaymentBody
