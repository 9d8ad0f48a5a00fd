from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import StockDirection, StockSource, StockStatus

if TYPE_CHECKING:
    from .stock_transaction_draft import StockTransactionDraft


class StockTransaction(Record, frozen=True, kw_only=True):
    """One of the account's stock transactions."""

    id: int = NO_ID
    """The record's id, set by the server."""
    product_id: int | None = None
    """The product's id; leave it out for a line of free text."""
    transaction_type: StockDirection | None = None
    """What kind of movement it is."""
    transaction_category_id: int | None = None
    """The id of its category of stock transactions."""
    source_type: StockSource | None = None
    """The kind of document it was made from."""
    date: DateTime | None = None
    """The date of the document."""
    order_id: int | None = None
    """The id of the document that it was made for."""
    ref_id: int | None = None
    """The id of what caused it."""
    status: StockStatus | None = None
    """Where the movement stands."""
    received_date: DateTime | None = None
    """The day on which the goods arrived."""
    quantity: Decimal | None = None
    """How many units."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    price: Decimal | None = None
    """The price."""
    price_without_tax: Decimal | None = None
    """The price before taxes."""
    added_by: int | None = None
    """The staff member who added it."""
    ignored: bool | None = None
    """Whether it is left out of the stock level."""
    ignored_date: DateTime | None = None
    """Since when it is left out."""
    balance_to_date: Decimal | None = None
    """The stock level after it."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    stock_transfer_id: int | None = None
    """The transfer that it is part of."""
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    description: str | None = None
    """Free text about it."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    purchase_price: Decimal | None = None
    """What one cost."""
    purchase_order_ids: str | None = None
    """The ids of the purchase documents behind it."""
    journal_account_id: int | None = None
    """The journal account that it is booked on."""
    fetch_from_raw: bool | None = None
    """Whether the product's materials are taken instead."""
    attachment: str | None = None
    """Files attached to it."""
    unit_factor_id: int | None = None
    """The id of that unit in the product's unit template."""
    unit_factor: Decimal | None = None
    """How many of the smallest unit one of this unit is."""
    unit_name: str | None = None
    """The unit's name as it is printed."""
    unit_small_name: str | None = None
    """The unit's short name."""

    def to_draft(self) -> StockTransactionDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .stock_transaction_draft import StockTransactionDraft

        return StockTransactionDraft.from_record(self)
