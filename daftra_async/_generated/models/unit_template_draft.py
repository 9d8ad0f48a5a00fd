from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .unit_factor_draft import UnitFactorDict, UnitFactorDraft


@attrs.define(kw_only=True)
class UnitTemplateDraft(Draft):
    """What can be written of unit templates."""

    template_name: str | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    main_unit_name: str | None | UnsetType = UNSET
    unit_small_name: str | None | UnsetType = UNSET
    """The unit's short name."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    unit_templates_unit_factors: list[UnitFactorDraft] | None | UnsetType = UNSET


class UnitTemplateDict(TypedDict, total=False):
    """``UnitTemplateDraft`` as a plain dict, by its attributes; they are described there."""

    template_name: str | None
    active: bool | None
    main_unit_name: str | None
    unit_small_name: str | None
    branch_id: int | None
    staff_id: int | None
    unit_templates_unit_factors: Sequence[UnitFactorDraft | UnitFactorDict] | None
