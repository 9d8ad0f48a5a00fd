from __future__ import annotations

from typing import Any, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class EntityQuery(Draft):
    """What can be written of entity queries."""

    key: str
    action: str
    options: dict[str, Any] | None | UnsetType = UNSET
    data_level: int | None | UnsetType = UNSET
    alias: str | None | UnsetType = UNSET


class EntityQueryDict(TypedDict, total=False):
    """``EntityQuery`` as a plain dict, by its attributes; they are described there."""

    key: str
    action: str
    options: dict[str, Any] | None
    data_level: int | None
    alias: str | None
