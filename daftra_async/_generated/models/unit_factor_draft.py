from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class UnitFactorDraft(Draft):
    """What can be written of unit factors."""

    id: int | None | UnsetType = UNSET
    """The record's id, set by the server."""
    factor_name: str | None | UnsetType = UNSET
    factor: Decimal | int | str | None | UnsetType = UNSET
    small_name: str | None | UnsetType = UNSET


class UnitFactorDict(TypedDict, total=False):
    """``UnitFactorDraft`` as a plain dict, by its attributes; they are described there."""

    id: int | None
    factor_name: str | None
    factor: Decimal | int | str | None
    small_name: str | None
