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
    """The id of the role, which says what is permitted."""
    name: str | None = None
    """Its name, as people know it."""
    home_phone: str | None = None
    """Telephone at home."""
    business_phone: str | None = wire_field(default=None, name="business_Phone")
    """Telephone at work."""
    mobile: str | None = None
    """Mobile telephone."""
    fax: str | None = None
    """Fax."""
    country_code: str | None = None
    """ISO 3166 code of the country, such as EG."""
    address1: str | None = None
    """Street and house."""
    address2: str | None = None
    """The second line of the address."""
    city: str | None = None
    """City."""
    state: str | None = None
    """State or governorate."""
    postal_code: str | None = None
    """Postal code."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    email_address: str | None = None
    """E-mail address; a staff member signs in with it."""
    last_login: DateTime | None = None
    """When the person last signed in."""
    active: bool | None = None
    """Whether it can be used."""
    deleted: bool | None = None
    """Whether it was deleted."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    follow_up_status: int | None = None
    """The id of its follow-up status."""
    hourly_rate: Decimal | None = None
    """What an hour costs."""
    hourly_rate_currency_code: str | None = None
    """ISO 4217 code of that rate's currency."""
    default_store_id: int | None = None
    """The warehouse that is used where none is named."""
    default_treasury_id: int | None = None
    """The treasury that is used where none is named."""
    language_code: str | None = None
    """The language for messages and documents."""
    maximum_general_discount: Decimal | None = None
    """The largest discount, in percent, that the person may give."""
    middle_name: str | None = None
    """Middle name."""
    last_name: str | None = None
    """Last name."""
    photo: str | None = None
    """The file name of the picture."""
    can_access_system: bool | None = None
    """Whether the person can sign in."""
    note: str | None = None
    """Notes."""
    branch_id: int | None = None
    """The branch it belongs to."""
    full_name: str | None = None
    """First, middle and last name together."""
    attendance_restriction_id: int | None = None
    """The id of the rule on where and how attendance is recorded."""
    type: StaffType | None = None
    """An employee or a user."""
    default_account_id: int | None = None
    """The journal account that is used where none is named."""
    citizenship_status: str | None = None
    """Whether the person is a citizen or a resident."""
    residence_expiry_date: Date | None = None
    """The day on which the residence permit ends."""
    nationality: str | None = None
    """Nationality."""
    code: str | None = None
    """Its code."""
    official_id: str | None = None
    """Number of the official identity document."""
    staff_info: StaffInfo | None = None
    """Personal details."""
    staff_job: StaffJob | None = None
    """Details of the job."""
    staff_custom_data: dict[str, Any] | None = None
    """Values of the account's own fields."""
    deleted_at: DateTime | None = None
    """When it was deleted; empty while it exists."""
    auth_id: int | None = None
    """The id of the sign-in."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    smtp_email_address_id: int | None = None
    """The id of the mailbox that messages are sent from."""
    official_id_unique_check: Any = None
    """Whether that number is checked to be unique."""

    def to_draft(self) -> StaffDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .staff_draft import StaffDraft

        return StaffDraft.from_record(self)
