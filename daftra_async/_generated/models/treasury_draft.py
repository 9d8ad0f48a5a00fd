from __future__ import annotations

from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import TreasuryType


@attrs.define(kw_only=True)
class TreasuryDraft(Draft):
    """What can be written of treasuries."""

    _wire_section: ClassVar[str | None] = "Treasury"

    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    name: str
    """Its name, as people know it."""
    type: TreasuryType | int
    type_name: str | None | UnsetType = UNSET
    type_account_number: str | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    is_primary: bool | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""


class TreasuryDict(TypedDict, total=False):
    """``TreasuryDraft`` as a plain dict, by its attributes; they are described there."""

    staff_id: int | None
    name: str
    type: TreasuryType | int
    type_name: str | None
    type_account_number: str | None
    active: bool | None
    is_primary: bool | None
    description: str | None
    currency_code: str | None


class TreasuryBody(TreasuryDict, total=False):
    """``TreasuryDraft`` as a plain dict, in the documented shape as well."""

    Treasury: TreasuryBody
