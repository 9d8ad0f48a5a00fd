from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class EmploymentTypeDraft(Draft):
    """What can be written of employment types."""

    name: str
    description: str | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
