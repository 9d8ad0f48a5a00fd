from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import PackagePeriodUnit, PackageType

if TYPE_CHECKING:
    from .package_draft import PackageDraft


class Package(Record, frozen=True, kw_only=True):
    """One of the account's packages."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    price: Decimal | None = None
    """The price."""
    period_value: int | None = None
    period_unit: PackagePeriodUnit | None = None
    status: int | None = None
    product_id: int | None = None
    """The product's id; leave it out for a line of free text."""
    description: str | None = None
    """Free text about it."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""
    type: PackageType | None = None
    branch_id: int | None = None
    """The branch it belongs to."""

    def to_draft(self) -> PackageDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .package_draft import PackageDraft

        return PackageDraft.from_record(self)
