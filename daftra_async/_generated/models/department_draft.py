from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class DepartmentDraft(Draft):
    """What can be written of departments."""

    name: str
    """Its name, as people know it."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    abbr: str | None | UnsetType = UNSET
    managers: list[int] | None | UnsetType = UNSET


class DepartmentDict(TypedDict, total=False):
    """``DepartmentDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    branch_id: int | None
    active: bool | None
    description: str | None
    abbr: str | None
    managers: list[int] | None
