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
    language_code: str | None = None
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
    bn1: str | None = None
    bn1_label: str | None = None
    bn2_label: str | None = None
    bn2: str | None = None
    branch_id: int | None = None
    """The branch it belongs to."""
    attachment: str | None = None

    def to_draft(self) -> SupplierDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .supplier_draft import SupplierDraft

        return SupplierDraft.from_record(self)
