from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record
from .enums import BranchStatus

if TYPE_CHECKING:
    from .branch_draft import BranchDraft


class Branch(Record, frozen=True, kw_only=True):
    """One of the account's branches."""

    id: int = NO_ID
    """The record's id, set by the server."""
    code: str | None = None
    """Its code."""
    name: str | None = None
    """Its name, as people know it."""
    phone1: str | None = None
    """Telephone."""
    phone2: str | None = None
    """A second telephone, often the mobile one."""
    working_hours: str | None = None
    description: str | None = None
    """Free text about it."""
    address1: str | None = None
    """Street and house."""
    address2: str | None = None
    """The second line of the address."""
    city: str | None = None
    """City."""
    state: str | None = None
    """State or governorate."""
    country_code: str | None = None
    """ISO 3166 code of the country, such as EG."""
    admin_staff_id: int | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    smtp_account_id: int | None = None
    status: BranchStatus | None = None
    map_location: str | None = None
    """Place on the map, as latitude and longitude."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""

    def to_draft(self) -> BranchDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .branch_draft import BranchDraft

        return BranchDraft.from_record(self)
