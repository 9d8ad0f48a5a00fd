from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class ProductBundleDraft(Draft):
    """What can be written of product bundles."""

    product_id: int | None | UnsetType = UNSET
    """The product's id; leave it out for a line of free text."""
    quantity: Decimal | int | str | None | UnsetType = UNSET
    """How many units."""
    bundle_product_id: int | None | UnsetType = UNSET
    unit_name: str | None | UnsetType = UNSET
    """The unit's name as it is printed."""
    unit_factor: Decimal | int | str | None | UnsetType = UNSET
    """How many of the smallest unit one of this unit is."""
    unit_small_name: str | None | UnsetType = UNSET
    """The unit's short name."""
    unit_factor_id: int | None | UnsetType = UNSET
    """The id of that unit in the product's unit template."""


class ProductBundleDict(TypedDict, total=False):
    """``ProductBundleDraft`` as a plain dict, by its attributes; they are described there."""

    product_id: int | None
    quantity: Decimal | int | str | None
    bundle_product_id: int | None
    unit_name: str | None
    unit_factor: Decimal | int | str | None
    unit_small_name: str | None
    unit_factor_id: int | None
