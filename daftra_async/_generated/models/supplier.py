from __future__ import annotations

from typing import TYPE_CHECKING

from ..._wire.record import NO_ID, DateTime, Record

if TYPE_CHECKING:
    from .supplier_draft import SupplierDraft


class Supplier(Record, frozen=True, kw_only=True):
    """One of the account's suppliers."""

    id: int = NO_ID
    """The record's id, set by the server."""
    is_offline: bool | None = None
    """Whether the client has no account for the client area."""
    supplier_number: str | None = None
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
    language_code: str | None = None
    """The language for messages and documents."""
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
    bn1: str | None = None
    """A number that the state gave the business, such as the tax number."""
    bn1_label: str | None = None
    """What the first of those numbers is called."""
    bn2_label: str | None = None
    """What the second of those numbers is called."""
    bn2: str | None = None
    """A second such number."""
    branch_id: int | None = None
    """The branch it belongs to."""
    attachment: str | None = None
    """Files attached to it."""

    def to_draft(self) -> SupplierDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .supplier_draft import SupplierDraft

        return SupplierDraft.from_record(self)
