from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Date, Draft
from .client_gender import ClientGender
from .client_type import ClientType


@attrs.define(kw_only=True)
class ClientDraft(Draft):
    """What can be written of clients."""

    _wire_section: ClassVar[str | None] = "Client"

    is_offline: bool | None | UnsetType = UNSET
    client_number: str | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    business_name: str
    first_name: str
    last_name: str
    email: str
    password: str
    address1: str | None | UnsetType = UNSET
    address2: str | None | UnsetType = UNSET
    city: str | None | UnsetType = UNSET
    state: str | None | UnsetType = UNSET
    postal_code: str | None | UnsetType = UNSET
    phone1: str | None | UnsetType = UNSET
    phone2: str | None | UnsetType = UNSET
    country_code: str | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    active_secondary_address: bool | None | UnsetType = UNSET
    secondary_name: str | None | UnsetType = UNSET
    secondary_address1: str | None | UnsetType = UNSET
    secondary_address2: str | None | UnsetType = UNSET
    secondary_city: str | None | UnsetType = UNSET
    secondary_state: str | None | UnsetType = UNSET
    secondary_postal_code: str | None | UnsetType = UNSET
    secondary_country_code: str | None | UnsetType = UNSET
    default_currency_code: str | None | UnsetType = UNSET
    follow_up_status: int | None | UnsetType = UNSET
    category: str | None | UnsetType = UNSET
    group_price_id: int | None | UnsetType = UNSET
    timezone: int | None | UnsetType = UNSET
    bn1: str | None | UnsetType = UNSET
    bn1_label: str | None | UnsetType = UNSET
    bn2_label: str | None | UnsetType = UNSET
    bn2: str | None | UnsetType = UNSET
    starting_balance: Decimal | int | str | None | UnsetType = UNSET
    type: ClientType | int
    birth_date: Date | str | None | UnsetType = UNSET
    gender: ClientGender | int | None | UnsetType = UNSET
    map_location: str | None | UnsetType = UNSET
    credit_limit: Decimal | int | str | None | UnsetType = UNSET
    credit_period: int | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
