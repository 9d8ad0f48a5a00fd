from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import DiscountType, ProductStatus, ProductType
from .product_bundle_draft import ProductBundleDict, ProductBundleDraft


@attrs.define(kw_only=True)
class ProductDraft(Draft):
    """What can be written of products."""

    _wire_section: ClassVar[str | None] = "Product"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "low_stock_threshold": (None, "low_stock_thershold"),
        "available_online": (None, "availabe_online"),
        "bundles": ("ProductBundle", ""),
    }

    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    unit_price: Decimal | int | str | None | UnsetType = UNSET
    """Price of one unit, before tax unless the tax is included."""
    tax1: int | None | UnsetType = UNSET
    """The id of the first tax."""
    tax2: int | None | UnsetType = UNSET
    """The id of the second tax."""
    supplier_id: int | None | UnsetType = UNSET
    """The supplier's id."""
    brand: str | None | UnsetType = UNSET
    """The brand's name."""
    category: str | None | UnsetType = UNSET
    """The name of its category."""
    tags: str | None | UnsetType = UNSET
    """Tags, for finding it again."""
    buy_price: Decimal | int | str | None | UnsetType = UNSET
    """What it is bought for."""
    product_code: str | None | UnsetType = UNSET
    """The product's own code, often its SKU."""
    track_stock: bool | None | UnsetType = UNSET
    """Whether stock is kept for it."""
    stock_balance: Decimal | int | str | None | UnsetType = UNSET
    """Units in stock."""
    low_stock_threshold: int | None | UnsetType = UNSET
    """Stock at or below it counts as low."""
    barcode: str | None | UnsetType = UNSET
    """The barcode."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    status: ProductStatus | int | None | UnsetType = UNSET
    """Whether it can be sold."""
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    updated_price: bool | None | UnsetType = UNSET
    """The price after the last change."""
    average_price: Decimal | int | str | None | UnsetType = UNSET
    """Average cost of a unit in stock."""
    type: ProductType | int | None | UnsetType = UNSET
    """A product, a service or a bundle."""
    minimum_price: Decimal | int | str | None | UnsetType = UNSET
    """The least it may be sold for."""
    profit_margin: Decimal | int | str | None | UnsetType = UNSET
    """The margin over the cost, in percent."""
    discount: Decimal | int | str | None | UnsetType = UNSET
    """Discount in percent (on a line, in the unit of discount_type)."""
    discount_type: DiscountType | int | None | UnsetType = UNSET
    """Whether the discount is a percentage or an amount."""
    duration_minutes: Decimal | int | str | None | UnsetType = UNSET
    """How long a service takes, in minutes."""
    available_online: bool | None | UnsetType = UNSET
    """Whether it is sold online."""
    raw_store_id: int | None | UnsetType = UNSET
    """The warehouse that its materials come from."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    categories_id: list[int] | None | UnsetType = UNSET
    """The ids of the categories it is in."""
    tracking_type: str | None | UnsetType = UNSET
    """How stock is told apart: by serial number, by lot, by expiry day, or not."""
    initial_stock_level: Decimal | int | str | None | UnsetType = UNSET
    """How many are there when it is created."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""
    bundles: list[ProductBundleDraft] | None | UnsetType = UNSET


class ProductDict(TypedDict, total=False):
    """``ProductDraft`` as a plain dict, by its attributes; they are described there."""

    staff_id: int | None
    name: str | None
    description: str | None
    unit_price: Decimal | int | str | None
    tax1: int | None
    tax2: int | None
    supplier_id: int | None
    brand: str | None
    category: str | None
    tags: str | None
    buy_price: Decimal | int | str | None
    product_code: str | None
    track_stock: bool | None
    stock_balance: Decimal | int | str | None
    low_stock_threshold: int | None
    barcode: str | None
    notes: str | None
    status: ProductStatus | int | None
    follow_up_status: int | None
    updated_price: bool | None
    average_price: Decimal | int | str | None
    type: ProductType | int | None
    minimum_price: Decimal | int | str | None
    profit_margin: Decimal | int | str | None
    discount: Decimal | int | str | None
    discount_type: DiscountType | int | None
    duration_minutes: Decimal | int | str | None
    available_online: bool | None
    raw_store_id: int | None
    branch_id: int | None
    categories_id: list[int] | None
    tracking_type: str | None
    initial_stock_level: Decimal | int | str | None
    store_id: int | None
    bundles: Sequence[ProductBundleDraft | ProductBundleDict] | None


class ProductBody(ProductDict, total=False):
    """``ProductDraft`` as a plain dict, in the documented shape as well."""

    Product: ProductBody
    low_stock_thershold: int | None
    availabe_online: bool | None
    ProductBundle: Sequence[ProductBundleDraft | ProductBundleDict] | None
