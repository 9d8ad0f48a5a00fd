from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .enums import BranchStatus


@attrs.define(kw_only=True)
class BranchDraft(Draft):
    """What can be written of branches."""

    name: str | None | UnsetType = UNSET
    """Its name, as people know it."""
    code: str | None | UnsetType = UNSET
    """Its code."""
    status: BranchStatus | int | None | UnsetType = UNSET


class BranchDict(TypedDict, total=False):
    """``BranchDraft`` as a plain dict, by its attributes; they are described there."""

    name: str | None
    code: str | None
    status: BranchStatus | int | None
