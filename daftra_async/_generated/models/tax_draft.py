from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class TaxDraft(Draft):
    """What can be written of taxes."""

    _wire_section: ClassVar[str | None] = "Tax"

    name: str
    """Its name, as people know it."""
    value: Decimal | int | str
    """The rate in percent."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    included: bool | None | UnsetType = UNSET
    """Whether prices include the tax."""
    is_active: bool | None | UnsetType = UNSET
    """Whether it can be used."""


class TaxDict(TypedDict, total=False):
    """``TaxDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    value: Decimal | int | str
    description: str | None
    included: bool | None
    is_active: bool | None


class TaxBody(TaxDict, total=False):
    """``TaxDraft`` as a plain dict, in the documented shape as well."""

    Tax: TaxBody
