from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class DesignationDraft(Draft):
    """What can be written of designations."""

    name: str
    """Its name, as people know it."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    department_id: int | None | UnsetType = UNSET


class DesignationDict(TypedDict, total=False):
    """``DesignationDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    branch_id: int | None
    active: bool | None
    description: str | None
    department_id: int | None
