from __future__ import annotations

from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class StoreDraft(Draft):
    """What can be written of stores."""

    _wire_section: ClassVar[str | None] = "Store"

    name: str
    shipping_address: str | None | UnsetType = UNSET
    primary: bool | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
