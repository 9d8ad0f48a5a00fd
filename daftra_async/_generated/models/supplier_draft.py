from __future__ import annotations

from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class SupplierDraft(Draft):
    """What can be written of suppliers."""

    _wire_section: ClassVar[str | None] = "Supplier"

    is_offline: bool | None | UnsetType = UNSET
    """Whether the client has no account for the client area."""
    supplier_number: str | None | UnsetType = UNSET
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
    language_code: str | None | UnsetType = UNSET
    """The language for messages and documents."""
    default_currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency that new documents take."""
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    bn1: str | None | UnsetType = UNSET
    """A number that the state gave the business, such as the tax number."""
    bn1_label: str | None | UnsetType = UNSET
    """What the first of those numbers is called."""
    bn2_label: str | None | UnsetType = UNSET
    """What the second of those numbers is called."""
    bn2: str | None | UnsetType = UNSET
    """A second such number."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    confirm_password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    """The new password again."""
    attachment: str | None | UnsetType = UNSET
    """Files attached to it."""


class SupplierDict(TypedDict, total=False):
    """``SupplierDraft`` as a plain dict, by its attributes; they are described there."""

    is_offline: bool | None
    supplier_number: str | None
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
    language_code: str | None
    default_currency_code: str | None
    follow_up_status: int | None
    bn1: str | None
    bn1_label: str | None
    bn2_label: str | None
    bn2: str | None
    branch_id: int | None
    confirm_password: str | None
    attachment: str | None


class SupplierBody(SupplierDict, total=False):
    """``SupplierDraft`` as a plain dict, in the documented shape as well."""

    Supplier: SupplierBody
