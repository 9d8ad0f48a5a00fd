from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class CostCenterDraft(Draft):
    """What can be written of cost centers."""

    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    code: str | None | UnsetType = UNSET
    """Its code."""
    is_primary: bool | None | UnsetType = UNSET
    cost_center_id: int | None | UnsetType = UNSET
    """The cost center it is booked on."""
    cost_center_ids: str | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""


class CostCenterDict(TypedDict, total=False):
    """``CostCenterDraft`` as a plain dict, by its attributes; they are described there."""

    name: str | None
    code: str | None
    is_primary: bool | None
    cost_center_id: int | None
    cost_center_ids: str | None
    branch_id: int | None
