from __future__ import annotations

import attrs

from ...wire.record import NO_ID, DateTime, Record


@attrs.frozen(kw_only=True, repr=False)
class ProductImage(Record):
    """One of the account's product images."""

    id: int = NO_ID
    product_id: int | None = None
    default: bool | None = None
    file: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    file_full_path: str | None = None
