from __future__ import annotations

from decimal import Decimal

from ..._wire.record import NO_ID, DateTime, Record
from .enums import PaymentStatus


class PurchaseInvoicePayment(Record, frozen=True, kw_only=True):
    """One of the account's purchase invoice payments."""

    id: int = NO_ID
    """The record's id, set by the server."""
    purchase_order_id: int | None = None
    payment_method: str | None = None
    """Key of the payment method, such as cash."""
    amount: Decimal | None = None
    """The amount."""
    transaction_id: str | None = None
    """The payment's reference at its provider."""
    treasury_id: int | None = None
    """The treasury or bank account the money goes to."""
    date: DateTime | None = None
    """The date of the document."""
    email: str | None = None
    """E-mail address."""
    status: PaymentStatus | None = None
    notes: str | None = None
    """Notes, shown to the client on documents."""
    response_code: str | None = None
    """The payment gateway's code."""
    response_message: str | None = None
    """What the payment gateway said."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    first_name: str | None = None
    """First name."""
    last_name: str | None = None
    """Last name."""
    address1: str | None = None
    """Street and house."""
    address2: str | None = None
    """The second line of the address."""
    city: str | None = None
    """City."""
    state: str | None = None
    """State or governorate."""
    postal_code: str | None = None
    """Postal code."""
    country_code: str | None = None
    """ISO 3166 code of the country, such as EG."""
    phone1: str | None = None
    """Telephone."""
    phone2: str | None = None
    """A second telephone, often the mobile one."""
    transaction_type: str | None = None
    """What kind of movement it is."""
    processed: bool | None = None
    """Whether it has been booked."""
    attachment: str | None = None
    """Files attached to it."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    receipt_notes: str | None = None
    """What is printed on the receipt."""
