from __future__ import annotations

from ..._wire.record import NO_ID, DateTime, Record


class ProductImage(Record, frozen=True, kw_only=True):
    """One of the account's product images."""

    id: int = NO_ID
    """The record's id, set by the server."""
    product_id: int | None = None
    """The product's id; leave it out for a line of free text."""
    default: bool | None = None
    file: str | None = None
    """The file name of the receipt."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    file_full_path: str | None = None
