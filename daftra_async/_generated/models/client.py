from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..._wire.record import NO_ID, Date, DateTime, Record
from .client_photo import ClientPhoto
from .enums import ClientGender, ClientType

if TYPE_CHECKING:
    from .client_draft import ClientDraft


class Client(Record, frozen=True, kw_only=True):
    """One of the account's clients."""

    id: int = NO_ID
    """The record's id, set by the server."""
    is_offline: bool | None = None
    """Whether the client has no account for the client area."""
    client_number: str | None = None
    """The client's number as shown."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    business_name: str | None = None
    """Name of the business."""
    first_name: str | None = None
    """First name."""
    last_name: str | None = None
    """Last name."""
    email: str | None = None
    """E-mail address."""
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
    phone1: str | None = None
    """Telephone."""
    phone2: str | None = None
    """A second telephone, often the mobile one."""
    country_code: str | None = None
    """ISO 3166 code of the country, such as EG."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    active_secondary_address: bool | None = None
    """Whether there is a second address, for delivery."""
    secondary_name: str | None = None
    """Who takes delivery."""
    secondary_address1: str | None = None
    """Street and house of the delivery address."""
    secondary_address2: str | None = None
    """The second line of the delivery address."""
    secondary_city: str | None = None
    """City of the delivery address."""
    secondary_state: str | None = None
    """State or governorate of the delivery address."""
    secondary_postal_code: str | None = None
    """Postal code of the delivery address."""
    secondary_country_code: str | None = None
    """ISO 3166 code of the delivery address's country."""
    default_currency_code: str | None = None
    """ISO 4217 code of the currency that new documents take."""
    last_login: DateTime | None = None
    """When the person last signed in."""
    suspend: bool | None = None
    """Suspended clients cannot log in."""
    last_ip: str | None = None
    """The address that the last sign-in came from."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    follow_up_status: int | None = None
    """The id of its follow-up status."""
    category: str | None = None
    """The name of its category."""
    group_price_id: int | None = None
    """The id of the price list that applies."""
    timezone: int | None = None
    """The time zone."""
    bn1: str | None = None
    """A number that the state gave the business, such as the tax number."""
    bn1_label: str | None = None
    """What the first of those numbers is called."""
    bn2_label: str | None = None
    """What the second of those numbers is called."""
    bn2: str | None = None
    """A second such number."""
    starting_balance: Decimal | None = None
    """What the client owed when the account was opened."""
    type: ClientType | None = None
    """A person or a business."""
    birth_date: Date | None = None
    """Day of birth."""
    gender: ClientGender | None = None
    """Gender."""
    map_location: str | None = None
    """Place on the map, as latitude and longitude."""
    credit_limit: Decimal | None = None
    """How much the client may owe."""
    credit_period: int | None = None
    """Days the client may owe it."""
    branch_id: int | None = None
    """The branch it belongs to."""
    language_code: str | None = None
    """The language for messages and documents."""
    photo: str | None = None
    """The file name of the picture."""
    national_id: str | None = None
    """Number of the identity card."""
    attachment: str | None = None
    """Files attached to it."""
    category_id: int | None = None
    """The id of its category."""
    secondary_follow_up_status: int | None = None
    """The id of a second follow-up status."""
    tags: Any = None
    """Tags, for finding it again."""
    assigned_users: Any = None
    """The staff members it is assigned to."""
    client_photo_s3: ClientPhoto | None = None
    """Where the picture is kept."""
    client_custom_data: dict[str, Any] | None = None
    """Values of the account's own fields."""
    starting_balance_date: Date | None = None
    """The day of the opening balance."""
    link: str | None = None
    """Address in the web interface."""
    site_id: int | None = None
    """The account's number at Daftra."""

    def to_draft(self) -> ClientDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .client_draft import ClientDraft

        return ClientDraft.from_record(self)
