from __future__ import annotations

from typing import Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Record


class Site(Record, frozen=True, kw_only=True):
    """One of the account's sites."""

    id: int = NO_ID
    """The record's id, set by the server."""
    business_name: str | None = None
    """Name of the business."""
    first_name: str | None = None
    """First name."""
    last_name: str | None = None
    """Last name."""
    subdomain: str | None = None
    site_logo: str | None = None
    invoice_logo: str | None = None
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
    timezone: int | None = None
    """The time zone."""
    date_format: str | None = None
    """How the account shows dates, such as DD/MM/YYYY."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    language_code: str | None = None
    """The language for messages and documents."""
    email: str | None = None
    """E-mail address."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    is_super_admin: bool | None = None
    currency_format: str | None = wire_field(default=None, name="currencyFormat")
    number_formats: list[Any] = wire_field(default_factory=list, name="numberFormat")
    site_hash: str | None = wire_field(default=None, name="SITE_HASH")
    moment_format: str | None = None
    """How the account shows dates, in moment.js form."""
