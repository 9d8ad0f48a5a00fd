from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class CreditTypeDraft(Draft):
    """What can be written of credit types."""

    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    status: bool | None | UnsetType = UNSET
    unit: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    allow_decimal: bool | None | UnsetType = UNSET


class CreditTypeDict(TypedDict, total=False):
    """``CreditTypeDraft`` as a plain dict, by its attributes; they are described there."""

    name: str | None
    status: bool | None
    unit: str | None
    description: str | None
    allow_decimal: bool | None
