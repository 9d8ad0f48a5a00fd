from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class OrderCustomFieldDraft(Draft):
    """What can be written of order custom fields."""

    label: str | None | UnsetType = UNSET
    value: str | None | UnsetType = UNSET
