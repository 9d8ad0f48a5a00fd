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
    email_address: str
    role_id: int
    password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    code: str | None | UnsetType = UNSET
    type: StaffType | str | None | UnsetType = UNSET
    middle_name: str | None | UnsetType = UNSET
    last_name: str | None | UnsetType = UNSET
    mobile: str | None | UnsetType = UNSET
    home_phone: str | None | UnsetType = UNSET
    business_phone: str | None | UnsetType = UNSET
    fax: str | None | UnsetType = UNSET
    country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of the country, such as EG."""
    address1: str | None | UnsetType = UNSET
    address2: str | None | UnsetType = UNSET
    city: str | None | UnsetType = UNSET
    state: str | None | UnsetType = UNSET
    postal_code: str | None | UnsetType = UNSET
    note: str | None | UnsetType = UNSET
    hourly_rate: Decimal | int | str | None | UnsetType = UNSET
    hourly_rate_currency_code: str | None | UnsetType = UNSET
    default_store_id: int | None | UnsetType = UNSET
    default_treasury_id: int | None | UnsetType = UNSET
    language_code: str | None | UnsetType = UNSET
    maximum_general_discount: Decimal | int | str | None | UnsetType = UNSET
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    nationality: str | None | UnsetType = UNSET
    official_id: str | None | UnsetType = UNSET


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
