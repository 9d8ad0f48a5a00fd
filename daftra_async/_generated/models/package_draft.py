from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import PackagePeriodUnit, PackageType


@attrs.define(kw_only=True)
class PackageDraft(Draft):
    """What can be written of packages."""

    name: str | None | UnsetType = UNSET
    status: int | None | UnsetType = UNSET
    type: PackageType | str | None | UnsetType = UNSET
    price: Decimal | int | str | None | UnsetType = UNSET
    """The price."""
    period_value: int | None | UnsetType = UNSET
    period_unit: PackagePeriodUnit | str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    product_id: int | None | UnsetType = UNSET
    """The product's id; leave it out for a line of free text."""
