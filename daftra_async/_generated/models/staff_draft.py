from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import StaffType


@attrs.define(kw_only=True)
class StaffDraft(Draft):
    """What can be written of staff."""

    _wire_section: ClassVar[str | None] = "Staff"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "business_phone": (None, "business_Phone"),
    }

    name: str
    """Its name, as people know it."""
    email_address: str
    """E-mail address; a staff member signs in with it."""
    role_id: int
    """The id of the role, which says what is permitted."""
    password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    """A new password; never answered."""
    code: str | None | UnsetType = UNSET
    """Its code."""
    type: StaffType | str | None | UnsetType = UNSET
    """An employee or a user."""
    middle_name: str | None | UnsetType = UNSET
    """Middle name."""
    last_name: str | None | UnsetType = UNSET
    """Last name."""
    mobile: str | None | UnsetType = UNSET
    """Mobile telephone."""
    home_phone: str | None | UnsetType = UNSET
    """Telephone at home."""
    business_phone: str | None | UnsetType = UNSET
    """Telephone at work."""
    fax: str | None | UnsetType = UNSET
    """Fax."""
    country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of the country, such as EG."""
    address1: str | None | UnsetType = UNSET
    """Street and house."""
    address2: str | None | UnsetType = UNSET
    """The second line of the address."""
    city: str | None | UnsetType = UNSET
    """City."""
    state: str | None | UnsetType = UNSET
    """State or governorate."""
    postal_code: str | None | UnsetType = UNSET
    """Postal code."""
    note: str | None | UnsetType = UNSET
    """Notes."""
    hourly_rate: Decimal | int | str | None | UnsetType = UNSET
    """What an hour costs."""
    hourly_rate_currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of that rate's currency."""
    default_store_id: int | None | UnsetType = UNSET
    """The warehouse that is used where none is named."""
    default_treasury_id: int | None | UnsetType = UNSET
    """The treasury that is used where none is named."""
    language_code: str | None | UnsetType = UNSET
    """The language for messages and documents."""
    maximum_general_discount: Decimal | int | str | None | UnsetType = UNSET
    """The largest discount, in percent, that the person may give."""
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    nationality: str | None | UnsetType = UNSET
    """Nationality."""
    official_id: str | None | UnsetType = UNSET
    """Number of the official identity document."""


class StaffDict(TypedDict, total=False):
    """``StaffDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    email_address: str
    role_id: int
    password: str | None
    code: str | None
    type: StaffType | str | None
    middle_name: str | None
    last_name: str | None
    mobile: str | None
    home_phone: str | None
    business_phone: str | None
    fax: str | None
    country_code: str | None
    address1: str | None
    address2: str | None
    city: str | None
    state: str | None
    postal_code: str | None
    note: str | None
    hourly_rate: Decimal | int | str | None
    hourly_rate_currency_code: str | None
    default_store_id: int | None
    default_treasury_id: int | None
    language_code: str | None
    maximum_general_discount: Decimal | int | str | None
    follow_up_status: int | None
    nationality: str | None
    official_id: str | None


class StaffBody(StaffDict, total=False):
    """``StaffDraft`` as a plain dict, in the documented shape as well."""

    Staff: StaffBody
    business_Phone: str | None
