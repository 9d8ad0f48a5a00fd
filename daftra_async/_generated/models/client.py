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
    last_name: str | None = None
    email: str | None = None
    address1: str | None = None
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    phone1: str | None = None
    phone2: str | None = None
    country_code: str | None = None
    """ISO 3166 code of the country, such as EG."""
    notes: str | None = None
    """Notes, shown to the client on documents."""
    active_secondary_address: bool | None = None
    secondary_name: str | None = None
    secondary_address1: str | None = None
    secondary_address2: str | None = None
    secondary_city: str | None = None
    secondary_state: str | None = None
    secondary_postal_code: str | None = None
    secondary_country_code: str | None = None
    default_currency_code: str | None = None
    last_login: DateTime | None = None
    suspend: bool | None = None
    """Suspended clients cannot log in."""
    last_ip: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    follow_up_status: int | None = None
    """The id of its follow-up status."""
    category: str | None = None
    group_price_id: int | None = None
    timezone: int | None = None
    bn1: str | None = None
    bn1_label: str | None = None
    bn2_label: str | None = None
    bn2: str | None = None
    starting_balance: Decimal | None = None
    """What the client owed when the account was opened."""
    type: ClientType | None = None
    birth_date: Date | None = None
    gender: ClientGender | None = None
    map_location: str | None = None
    credit_limit: Decimal | None = None
    """How much the client may owe."""
    credit_period: int | None = None
    """Days the client may owe it."""
    branch_id: int | None = None
    """The branch it belongs to."""
    language_code: str | None = None
    photo: str | None = None
    national_id: str | None = None
    attachment: str | None = None
    category_id: int | None = None
    secondary_follow_up_status: int | None = None
    tags: Any = None
    assigned_users: Any = None
    client_photo_s3: ClientPhoto | None = None
    client_custom_data: dict[str, Any] | None = None
    starting_balance_date: Date | None = None
    link: str | None = None
    site_id: int | None = None

    def to_draft(self) -> ClientDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .client_draft import ClientDraft

        return ClientDraft.from_record(self)
