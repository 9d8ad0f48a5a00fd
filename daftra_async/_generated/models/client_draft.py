from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, TypedDict

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


class ClientDict(TypedDict, total=False):
    """``ClientDraft`` as a plain dict, by its attributes; they are described there."""

    is_offline: bool | None
    client_number: str | None
    staff_id: int | None
    business_name: str | None
    first_name: str | None
    last_name: str | None
    email: str | None
    password: str | None
    address1: str | None
    address2: str | None
    city: str | None
    state: str | None
    postal_code: str | None
    phone1: str | None
    phone2: str | None
    country_code: str | None
    notes: str | None
    active_secondary_address: bool | None
    secondary_name: str | None
    secondary_address1: str | None
    secondary_address2: str | None
    secondary_city: str | None
    secondary_state: str | None
    secondary_postal_code: str | None
    secondary_country_code: str | None
    default_currency_code: str | None
    suspend: bool | None
    follow_up_status: int | None
    category: str | None
    group_price_id: int | None
    timezone: int | None
    bn1: str | None
    bn1_label: str | None
    bn2_label: str | None
    bn2: str | None
    starting_balance: Decimal | int | str | None
    type: ClientType | int | None
    birth_date: Date | str | None
    gender: ClientGender | int | None
    map_location: str | None
    credit_limit: Decimal | int | str | None
    credit_period: int | None
    branch_id: int | None
    confirm_password: str | None
    national_id: str | None
    language_code: str | None
    category_id: int | None
    starting_balance_date: Date | str | None
    send_notify: bool | None
    link: str | None
    attachment: str | None
    detail: dict[str, Any] | None
    le_custom_data_client: dict[str, Any] | None


class ClientBody(ClientDict, total=False):
    """``ClientDraft`` as a plain dict, in the documented shape as well."""

    Client: ClientBody
    ClientDetail: dict[str, Any] | None
    le_custom_data_client: dict[str, Any] | None
