from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, DateTime, Record
from .enums import StaffType
from .staff_info import StaffInfo
from .staff_job import StaffJob

if TYPE_CHECKING:
    from .staff_draft import StaffDraft


class Staff(Record, frozen=True, kw_only=True):
    """One of the account's staff."""

    id: int = NO_ID
    """The record's id, set by the server."""
    added_by: int | None = None
    """The staff member who added it."""
    role_id: int | None = None
    name: str | None = None
    home_phone: str | None = None
    business_phone: str | None = wire_field(default=None, name="business_Phone")
    mobile: str | None = None
    fax: str | None = None
    country_code: str | None = None
    """ISO 3166 code of the country, such as EG."""
    address1: str | None = None
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    notes: str | None = None
    """Notes, shown to the client on documents."""
    email_address: str | None = None
    last_login: DateTime | None = None
    active: bool | None = None
    """Whether it can be used."""
    deleted: bool | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    follow_up_status: int | None = None
    """The id of its follow-up status."""
    hourly_rate: Decimal | None = None
    hourly_rate_currency_code: str | None = None
    default_store_id: int | None = None
    default_treasury_id: int | None = None
    language_code: str | None = None
    maximum_general_discount: Decimal | None = None
    middle_name: str | None = None
    last_name: str | None = None
    photo: str | None = None
    can_access_system: bool | None = None
    note: str | None = None
    branch_id: int | None = None
    """The branch it belongs to."""
    full_name: str | None = None
    attendance_restriction_id: int | None = None
    type: StaffType | None = None
    default_account_id: int | None = None
    citizenship_status: str | None = None
    residence_expiry_date: Date | None = None
    nationality: str | None = None
    code: str | None = None
    official_id: str | None = None
    staff_info: StaffInfo | None = None
    staff_job: StaffJob | None = None
    staff_custom_data: dict[str, Any] | None = None
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""
    auth_id: int | None = None
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    smtp_email_address_id: int | None = None
    official_id_unique_check: Any = None

    def to_draft(self) -> StaffDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .staff_draft import StaffDraft

        return StaffDraft.from_record(self)
