from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import CategoryType

if TYPE_CHECKING:
    from .product_category_draft import ProductCategoryDraft


class ProductCategory(Record, frozen=True, kw_only=True):
    """One of the account's product categories."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    description: str | None = None
    """Free text about it."""
    category_type: CategoryType | None = None
    parent_id: int | None = None
    """The id of the one above it."""
    image: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    image_full_path: str | None = None
    display_order: int | None = None
    """The line's place among the lines."""
    attachments: str | None = None
    """Files attached to it."""

    def to_draft(self) -> ProductCategoryDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .product_category_draft import ProductCategoryDraft

        return ProductCategoryDraft.from_record(self)
