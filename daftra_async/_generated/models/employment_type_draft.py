from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class EmploymentTypeDraft(Draft):
    """What can be written of employment types."""

    name: str
    """Its name, as people know it."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""


class EmploymentTypeDict(TypedDict, total=False):
    """``EmploymentTypeDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    description: str | None
    active: bool | None
