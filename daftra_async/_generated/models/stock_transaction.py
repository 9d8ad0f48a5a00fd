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
    transaction_category_id: int | None = None
    source_type: StockSource | None = None
    """The kind of document it was made from."""
    date: DateTime | None = None
    """The date of the document."""
    order_id: int | None = None
    ref_id: int | None = None
    status: StockStatus | None = None
    received_date: DateTime | None = None
    quantity: Decimal | None = None
    """How many units."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    price: Decimal | None = None
    """The price."""
    price_without_tax: Decimal | None = None
    added_by: int | None = None
    """The staff member who added it."""
    ignored: bool | None = None
    ignored_date: DateTime | None = None
    balance_to_date: Decimal | None = None
    notes: str | None = None
    """Notes, shown to the client on documents."""
    stock_transfer_id: int | None = None
    store_id: int | None = None
    """The warehouse that stock moves in or out of."""
    description: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    purchase_price: Decimal | None = None
    purchase_order_ids: str | None = None
    journal_account_id: int | None = None
    fetch_from_raw: bool | None = None
    attachment: str | None = None
    unit_factor_id: int | None = None
    unit_factor: Decimal | None = None
    unit_name: str | None = None
    unit_small_name: str | None = None

    def to_draft(self) -> StockTransactionDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .stock_transaction_draft import StockTransactionDraft

        return StockTransactionDraft.from_record(self)
