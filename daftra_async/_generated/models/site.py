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
    last_name: str | None = None
    subdomain: str | None = None
    site_logo: str | None = None
    invoice_logo: str | None = None
    address1: str | None = None
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    phone1: str | None = None
    phone2: str | None = None
    country_code: str | None = None
    """ISO 3166 code of the country, such as EG."""
    timezone: int | None = None
    date_format: str | None = None
    """How the account shows dates, such as DD/MM/YYYY."""
    currency_code: str | None = None
    """ISO 4217 code of the currency, such as USD."""
    language_code: str | None = None
    email: str | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    is_super_admin: bool | None = None
    currency_format: str | None = wire_field(default=None, name="currencyFormat")
    number_formats: list[Any] = wire_field(default_factory=list, name="numberFormat")
    site_hash: str | None = wire_field(default=None, name="SITE_HASH")
    moment_format: str | None = None
    """How the account shows dates, in moment.js form."""
