from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from ...wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .package_draft import PackageDraft


@attrs.frozen(kw_only=True, repr=False)
class Package(Record):
    """One of the account's packages."""

    id: int = NO_ID
    name: str | None = None
    price: Decimal | None = None
    period_value: int | None = None
    period_unit: str | None = None
    status: int | None = None
    product_id: int | None = None
    description: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    deleted_at: DateTime | None = None
    type: str | None = None
    branch_id: int | None = None

    def to_draft(self) -> PackageDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .package_draft import PackageDraft

        return PackageDraft.from_record(self)
