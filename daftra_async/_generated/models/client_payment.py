from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, DateTime, Record
from .payment_status import PaymentStatus

if TYPE_CHECKING:
    from .client_payment_draft import ClientPaymentDraft


@attrs.frozen(kw_only=True, repr=False)
class ClientPayment(Record):
    """One of the account's client payments."""

    id: int = NO_ID
    invoice_id: int | None = None
    payment_method: str | None = None
    amount: Decimal | None = None
    transaction_id: str | None = None
    treasury_id: int | None = None
    date: DateTime | None = None
    email: str | None = None
    status: PaymentStatus | None = None
    notes: str | None = None
    response_code: str | None = None
    response_message: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    currency_code: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    address1: str | None = None
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    phone1: str | None = None
    phone2: str | None = None
    transaction_type: str | None = None
    processed: bool | None = None
    attachment: str | None = None
    staff_id: int | None = None
    receipt_notes: str | None = None
    client_id: int | None = None

    def to_draft(self) -> ClientPaymentDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .client_payment_draft import ClientPaymentDraft

        return ClientPaymentDraft.from_record(self)
