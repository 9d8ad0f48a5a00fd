from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import ClientGender, ClientType


@attrs.define(kw_only=True)
class ClientDraft(Draft):
    """What can be written of clients."""

    _wire_section: ClassVar[str | None] = "Client"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "detail": ("ClientDetail", ""),
        "le_custom_data_client": ("le_custom_data_client", ""),
    }

    is_offline: bool | None | UnsetType = UNSET
    """Whether the client has no account for the client area."""
    client_number: str | None | UnsetType = UNSET
    """The client's number as shown."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    business_name: str | None | UnsetType = UNSET
    """Name of the business."""
    first_name: str | None | UnsetType = UNSET
    last_name: str | None | UnsetType = UNSET
    email: str | None | UnsetType = UNSET
    password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    address1: str | None | UnsetType = UNSET
    address2: str | None | UnsetType = UNSET
    city: str | None | UnsetType = UNSET
    state: str | None | UnsetType = UNSET
    postal_code: str | None | UnsetType = UNSET
    phone1: str | None | UnsetType = UNSET
    phone2: str | None | UnsetType = UNSET
    country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of the country, such as EG."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    active_secondary_address: bool | None | UnsetType = UNSET
    secondary_name: str | None | UnsetType = UNSET
    secondary_address1: str | None | UnsetType = UNSET
    secondary_address2: str | None | UnsetType = UNSET
    secondary_city: str | None | UnsetType = UNSET
    secondary_state: str | None | UnsetType = UNSET
    secondary_postal_code: str | None | UnsetType = UNSET
    secondary_country_code: str | None | UnsetType = UNSET
    default_currency_code: str | None | UnsetType = UNSET
    suspend: bool | None | UnsetType = UNSET
    """Suspended clients cannot log in."""
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    category: str | None | UnsetType = UNSET
    group_price_id: int | None | UnsetType = UNSET
    timezone: int | None | UnsetType = UNSET
    bn1: str | None | UnsetType = UNSET
    bn1_label: str | None | UnsetType = UNSET
    bn2_label: str | None | UnsetType = UNSET
    bn2: str | None | UnsetType = UNSET
    starting_balance: Decimal | int | str | None | UnsetType = UNSET
    """What the client owed when the account was opened."""
    type: ClientType | int | None | UnsetType = UNSET
    birth_date: Date | str | None | UnsetType = UNSET
    gender: ClientGender | int | None | UnsetType = UNSET
    map_location: str | None | UnsetType = UNSET
    credit_limit: Decimal | int | str | None | UnsetType = UNSET
    """How much the client may owe."""
    credit_period: int | None | UnsetType = UNSET
    """Days the client may owe it."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    confirm_password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    national_id: str | None | UnsetType = UNSET
    language_code: str | None | UnsetType = UNSET
    category_id: int | None | UnsetType = UNSET
    starting_balance_date: Date | str | None | UnsetType = UNSET
    send_notify: bool | None | UnsetType = UNSET
    link: str | None | UnsetType = UNSET
    attachment: str | None | UnsetType = UNSET
    detail: dict[str, Any] | None | UnsetType = UNSET
    le_custom_data_client: dict[str, Any] | None | UnsetType = UNSET
