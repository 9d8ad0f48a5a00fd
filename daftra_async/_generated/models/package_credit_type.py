from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, Record

if TYPE_CHECKING:
    from .package_credit_type_draft import PackageCreditTypeDraft


class PackageCreditType(Record, frozen=True, kw_only=True):
    """One of the account's package credit types."""

    id: int = NO_ID
    """The record's id, set by the server."""
    credit_type_id: int | None = None
    package_id: int | None = None
    amount: Decimal | None = None
    """The amount."""

    def to_draft(self) -> PackageCreditTypeDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .package_credit_type_draft import PackageCreditTypeDraft

        return PackageCreditTypeDraft.from_record(self)
