from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class AssetTypeDraft(Draft):
    """What can be written of asset types."""

    name: str
    """Its name, as people know it."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    is_active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""


class AssetTypeDict(TypedDict, total=False):
    """``AssetTypeDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    branch_id: int | None
    is_active: bool | None
    staff_id: int | None
    description: str | None
