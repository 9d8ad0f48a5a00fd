from __future__ import annotations

from typing import Any

import attrs

from ...wire.record import NO_ID, Record


@attrs.frozen(kw_only=True, repr=False)
class Site(Record):
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
    currencyFormat: str | None = attrs.field(default=None, alias="currency_format")
    numberFormat: list[Any] = attrs.field(factory=list, alias="number_formats")
    SITE_HASH: str | None = attrs.field(default=None, alias="site_hash")
    moment_format: str | None = None
    """How the account shows dates, in moment.js form."""

    @property
    def currency_format(self) -> str | None:
        """`currencyFormat` in the server's answer."""
        return self.currencyFormat

    @property
    def number_formats(self) -> list[Any]:
        """`numberFormat` in the server's answer."""
        return self.numberFormat

    @property
    def site_hash(self) -> str | None:
        """`SITE_HASH` in the server's answer."""
        return self.SITE_HASH
