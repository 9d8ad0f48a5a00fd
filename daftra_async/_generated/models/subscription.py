from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .client import Client as _Client
from .enums import SubscriptionUnit
from .invoice_item import InvoiceItem as _InvoiceItem

if TYPE_CHECKING:
    from .subscription_draft import SubscriptionDraft


class Subscription(Record, frozen=True, kw_only=True):
    """One of the account's subscriptions."""

    id: int = NO_ID
    """The record's id, set by the server."""
    no: str | None = None
    """The document's number as printed; the server numbers documents that have none."""
    name: str | None = None
    """Its name, as people know it."""
    client_id: int | None = None
    """The client's id."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    branch_id: int | None = None
    """The branch it belongs to."""
    date: Date | None = None
    """The date of the document."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    active: bool | None = None
    """Whether it can be used."""
    subscription_period: int | None = None
    subscription_unit: SubscriptionUnit | None = None
    subscription_max_repeat: int | None = None
    subscription_issue_before: int | None = None
    summary_subtotal: Decimal | None = None
    """Sum of the lines before discount and tax."""
    summary_discount: Decimal | None = None
    """Total discount."""
    summary_total: Decimal | None = None
    """The amount to pay, taxes included."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    client: _Client | None = wire_field(default=None, name="Client")
    """The client that it belongs to, as it is now."""
    result: str | None = None
    code: int | None = None
    """Its code."""
    invoice_number: str | None = None
    items: list[_InvoiceItem] = wire_field(default_factory=list, name="InvoiceItem")
    """Its lines."""

    def to_draft(self) -> SubscriptionDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .subscription_draft import SubscriptionDraft

        return SubscriptionDraft.from_record(self)
