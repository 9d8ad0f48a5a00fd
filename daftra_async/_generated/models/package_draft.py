from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import PackagePeriodUnit, PackageType


@attrs.define(kw_only=True)
class PackageDraft(Draft):
    """What can be written of packages."""

    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    status: int | None | UnsetType = UNSET
    type: PackageType | str | None | UnsetType = UNSET
    price: Decimal | int | str | None | UnsetType = UNSET
    """The price."""
    period_value: int | None | UnsetType = UNSET
    period_unit: PackagePeriodUnit | str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    product_id: int | None | UnsetType = UNSET
    """The product's id; leave it out for a line of free text."""


class PackageDict(TypedDict, total=False):
    """``PackageDraft`` as a plain dict, by its attributes; they are described there."""

    name: str | None
    status: int | None
    type: PackageType | str | None
    price: Decimal | int | str | None
    period_value: int | None
    period_unit: PackagePeriodUnit | str | None
    description: str | None
    branch_id: int | None
    product_id: int | None
