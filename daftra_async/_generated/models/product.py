from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import field as wire_field

from ..._wire.record import NO_ID, DateTime, Record
from .enums import DiscountType, ProductStatus, ProductType
from .product_category import ProductCategory as _ProductCategory
from .product_image import ProductImage as _ProductImage

if TYPE_CHECKING:
    from .product_draft import ProductDraft


class Product(Record, frozen=True, kw_only=True):
    """One of the account's products."""

    id: int = NO_ID
    """The record's id, set by the server."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    name: str | None = None
    """Its name, as people know it."""
    description: str | None = None
    """Free text about it."""
    unit_price: Decimal | None = None
    """Price of one unit, before tax unless the tax is included."""
    tax1: int | None = None
    """The id of the first tax."""
    tax2: int | None = None
    """The id of the second tax."""
    supplier_id: int | None = None
    """The supplier's id."""
    brand: str | None = None
    """The brand's name."""
    category: str | None = None
    """The name of its category."""
    tags: str | None = None
    """Tags, for finding it again."""
    buy_price: Decimal | None = None
    """What it is bought for."""
    product_code: str | None = None
    """The product's own code, often its SKU."""
    track_stock: bool | None = None
    """Whether stock is kept for it."""
    stock_balance: Decimal | None = None
    """Units in stock."""
    low_stock_threshold: int | None = wire_field(default=None, name="low_stock_thershold")
    """Stock at or below it counts as low."""
    barcode: str | None = None
    """The barcode."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    status: ProductStatus | None = None
    """Whether it can be sold."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    follow_up_status: int | None = None
    """The id of its follow-up status."""
    updated_price: bool | None = None
    """The price after the last change."""
    average_price: Decimal | None = None
    """Average cost of a unit in stock."""
    type: ProductType | None = None
    """A product, a service or a bundle."""
    minimum_price: Decimal | None = None
    """The least it may be sold for."""
    profit_margin: Decimal | None = None
    """The margin over the cost, in percent."""
    discount: Decimal | None = None
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_type: DiscountType | None = None
    """Whether the discount is a percentage or an amount."""
    duration_minutes: Decimal | None = None
    """How long a service takes, in minutes."""
    available_online: bool | None = wire_field(default=None, name="availabe_online")
    """Whether it is sold online."""
    raw_store_id: int | None = None
    """The warehouse that its materials come from."""
    branch_id: int | None = None
    """The branch it belongs to."""
    images: list[_ProductImage] = wire_field(default_factory=list, name="ProductImage")
    """Its pictures."""
    categories: list[_ProductCategory] = wire_field(default_factory=list, name="ProductCategory")
    """The categories it is in."""
    categories_id: list[int] = wire_field(default_factory=list)
    """The ids of the categories it is in."""
    tracking_type: str | None = None
    """How stock is told apart: by serial number, by lot, by expiry day, or not."""

    def to_draft(self) -> ProductDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .product_draft import ProductDraft

        return ProductDraft.from_record(self)
