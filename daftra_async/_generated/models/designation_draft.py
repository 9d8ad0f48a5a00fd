from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Draft


@attrs.define(kw_only=True)
class DesignationDraft(Draft):
    """What can be written of designations."""

    name: str
    branch_id: int | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    department_id: int | None | UnsetType = UNSET
