from __future__ import annotations

from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import AppointmentPartnerType


@attrs.define(kw_only=True)
class ClientStaffDraft(Draft):
    """What can be written of client staff."""

    _wire_section: ClassVar[str | None] = "ItemStaff"

    staff_id: list[int]
    """The staff member behind it; negative ids stand for API keys and apps."""
    item_type: AppointmentPartnerType | int | None | UnsetType = UNSET
    """The kind of record it is about."""


class ClientStaffDict(TypedDict, total=False):
    """``ClientStaffDraft`` as a plain dict, by its attributes; they are described there."""

    staff_id: list[int]
    item_type: AppointmentPartnerType | int | None


class ClientStaffBody(ClientStaffDict, total=False):
    """``ClientStaffDraft`` as a plain dict, in the documented shape as well."""

    ItemStaff: ClientStaffBody
