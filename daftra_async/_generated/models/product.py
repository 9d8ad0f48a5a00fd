from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, DateTime, Record
from .discount_type import DiscountType
from .product_category import ProductCategory as _ProductCategory
from .product_image import ProductImage as _ProductImage
from .product_type import ProductType

if TYPE_CHECKING:
    from .product_draft import ProductDraft


@attrs.frozen(kw_only=True, repr=False)
class Product(Record):
    """One of the account's products."""

    id: int = NO_ID
    staff_id: int | None = None
    name: str | None = None
    description: str | None = None
    unit_price: Decimal | None = None
    tax1: int | None = None
    tax2: int | None = None
    supplier_id: int | None = None
    brand: str | None = None
    category: str | None = None
    tags: str | None = None
    buy_price: Decimal | None = None
    product_code: str | None = None
    track_stock: bool | None = None
    stock_balance: Decimal | None = None
    low_stock_thershold: int | None = None
    barcode: str | None = None
    notes: str | None = None
    status: int | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    follow_up_status: int | None = None
    updated_price: bool | None = None
    average_price: Decimal | None = None
    type: ProductType | None = None
    minimum_price: Decimal | None = None
    profit_margin: Decimal | None = None
    discount: Decimal | None = None
    discount_type: DiscountType | None = None
    duration_minutes: Decimal | None = None
    availabe_online: bool | None = None
    raw_store_id: int | None = None
    branch_id: int | None = None
    ProductImage: list[_ProductImage] = attrs.field(factory=list, alias="images")
    ProductCategory: list[_ProductCategory] = attrs.field(factory=list, alias="categories")

    @property
    def images(self) -> list[_ProductImage]:
        """`ProductImage` in the server's answer."""
        return self.ProductImage

    @property
    def categories(self) -> list[_ProductCategory]:
        """`ProductCategory` in the server's answer."""
        return self.ProductCategory

    def to_draft(self) -> ProductDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .product_draft import ProductDraft

        return ProductDraft.from_record(self)
