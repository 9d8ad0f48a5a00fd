from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .unit_factor_draft import UnitFactorDraft


@attrs.define(kw_only=True)
class UnitTemplateDraft(Draft):
    """What can be written of unit templates."""

    template_name: str | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    main_unit_name: str | None | UnsetType = UNSET
    unit_small_name: str | None | UnsetType = UNSET
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""
    staff_id: int | None | UnsetType = UNSET
    """The staff member behind it; negative ids stand for API keys and apps."""
    unit_templates_unit_factors: list[UnitFactorDraft] | None | UnsetType = UNSET
