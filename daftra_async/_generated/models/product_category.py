from __future__ import annotations

import attrs

from ...wire.record import NO_ID, DateTime, Record
from .category_type import CategoryType


@attrs.frozen(kw_only=True, repr=False)
class ProductCategory(Record):
    """One of the account's product categories."""

    id: int = NO_ID
    name: str | None = None
    description: str | None = None
    category_type: CategoryType | None = None
    parent_id: int | None = None
    image: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    image_full_path: str | None = None
