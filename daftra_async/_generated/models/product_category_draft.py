from __future__ import annotations

from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import CategoryType


@attrs.define(kw_only=True)
class ProductCategoryDraft(Draft):
    """What can be written of product categories."""

    _wire_section: ClassVar[str | None] = "Category"

    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    category_type: CategoryType | int | None | UnsetType = UNSET
    parent_id: int | None | UnsetType = UNSET
    """The id of the one above it."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    image: str | None | UnsetType = UNSET
    display_order: int | None | UnsetType = UNSET
    """The line's place among the lines."""
    attachments: str | None | UnsetType = UNSET
    """Files attached to it."""


class ProductCategoryDict(TypedDict, total=False):
    """``ProductCategoryDraft`` as a plain dict, by its attributes; they are described there."""

    name: str | None
    category_type: CategoryType | int | None
    parent_id: int | None
    description: str | None
    image: str | None
    display_order: int | None
    attachments: str | None


class ProductCategoryBody(ProductCategoryDict, total=False):
    """``ProductCategoryDraft`` as a plain dict, in the documented shape as well."""

    Category: ProductCategoryBody
