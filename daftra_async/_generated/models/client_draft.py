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
    """First name."""
    last_name: str | None | UnsetType = UNSET
    """Last name."""
    email: str | None | UnsetType = UNSET
    """E-mail address."""
    password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    """A new password; never answered."""
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
    phone1: str | None | UnsetType = UNSET
    """Telephone."""
    phone2: str | None | UnsetType = UNSET
    """A second telephone, often the mobile one."""
    country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of the country, such as EG."""
    notes: str | None | UnsetType = UNSET
    """Notes, shown to the client on documents."""
    active_secondary_address: bool | None | UnsetType = UNSET
    """Whether there is a second address, for delivery."""
    secondary_name: str | None | UnsetType = UNSET
    """Who takes delivery."""
    secondary_address1: str | None | UnsetType = UNSET
    """Street and house of the delivery address."""
    secondary_address2: str | None | UnsetType = UNSET
    """The second line of the delivery address."""
    secondary_city: str | None | UnsetType = UNSET
    """City of the delivery address."""
    secondary_state: str | None | UnsetType = UNSET
    """State or governorate of the delivery address."""
    secondary_postal_code: str | None | UnsetType = UNSET
    """Postal code of the delivery address."""
    secondary_country_code: str | None | UnsetType = UNSET
    """ISO 3166 code of the delivery address's country."""
    default_currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency that new documents take."""
    suspend: bool | None | UnsetType = UNSET
    """Suspended clients cannot log in."""
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    category: str | None | UnsetType = UNSET
    """The name of its category."""
    group_price_id: int | None | UnsetType = UNSET
    """The id of the price list that applies."""
    timezone: int | None | UnsetType = UNSET
    """The time zone."""
    bn1: str | None | UnsetType = UNSET
    """A number that the state gave the business, such as the tax number."""
    bn1_label: str | None | UnsetType = UNSET
    """What the first of those numbers is called."""
    bn2_label: str | None | UnsetType = UNSET
    """What the second of those numbers is called."""
    bn2: str | None | UnsetType = UNSET
    """A second such number."""
    starting_balance: Decimal | int | str | None | UnsetType = UNSET
    """What the client owed when the account was opened."""
    type: ClientType | int | None | UnsetType = UNSET
    """A person or a business."""
    birth_date: Date | str | None | UnsetType = UNSET
    """Day of birth."""
    gender: ClientGender | int | None | UnsetType = UNSET
    """Gender."""
    map_location: str | None | UnsetType = UNSET
    """Place on the map, as latitude and longitude."""
    credit_limit: Decimal | int | str | None | UnsetType = UNSET
    """How much the client may owe."""
    credit_period: int | None | UnsetType = UNSET
    """Days the client may owe it."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    confirm_password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    """The new password again."""
    national_id: str | None | UnsetType = UNSET
    """Number of the identity card."""
    language_code: str | None | UnsetType = UNSET
    """The language for messages and documents."""
    category_id: int | None | UnsetType = UNSET
    """The id of its category."""
    starting_balance_date: Date | str | None | UnsetType = UNSET
    """The day of the opening balance."""
    send_notify: bool | None | UnsetType = UNSET
    """Whether the client is told by e-mail."""
    link: str | None | UnsetType = UNSET
    """Address in the web interface."""
    attachment: str | None | UnsetType = UNSET
    """Files attached to it."""
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
