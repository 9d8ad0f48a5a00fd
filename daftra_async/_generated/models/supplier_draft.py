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
    language_code: str | None | UnsetType = UNSET
    default_currency_code: str | None | UnsetType = UNSET
    follow_up_status: int | None | UnsetType = UNSET
    """The id of its follow-up status."""
    bn1: str | None | UnsetType = UNSET
    bn1_label: str | None | UnsetType = UNSET
    bn2_label: str | None | UnsetType = UNSET
    bn2: str | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    confirm_password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    attachment: str | None | UnsetType = UNSET


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
