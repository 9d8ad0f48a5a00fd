from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class OrderCustomFieldDraft(Draft):
    """What can be written of order custom fields."""

    label: str | None | UnsetType = UNSET
    value: str | None | UnsetType = UNSET


class OrderCustomFieldDict(TypedDict, total=False):
    """``OrderCustomFieldDraft`` as a plain dict, by its attributes; they are described there."""

    label: str | None
    value: str | None
