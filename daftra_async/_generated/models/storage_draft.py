from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Draft


@attrs.define(kw_only=True)
class StorageDraft(Draft):
    """What can be written of storages."""

    name: str
    branch_id: int | None | UnsetType = UNSET
    is_active: bool | None | UnsetType = UNSET
    staff_id: int | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
