from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import field as wire_field

from ..._wire.record import NO_ID, DateTime, Record
from .branch import Branch
from .staff import Staff
from .unit_factor import UnitFactor

if TYPE_CHECKING:
    from .unit_template_draft import UnitTemplateDraft


class UnitTemplate(Record, frozen=True, kw_only=True):
    """One of the account's unit templates."""

    id: int = NO_ID
    """The record's id, set by the server."""
    template_name: str | None = None
    active: bool | None = None
    """Whether it can be used."""
    main_unit_name: str | None = None
    unit_small_name: str | None = None
    """The unit's short name."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    branch_id: int | None = None
    """The branch it belongs to."""
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    branch: Branch | None = None
    staff: Staff | None = None
    unit_templates_unit_factors: list[UnitFactor] = wire_field(default_factory=list)

    def to_draft(self) -> UnitTemplateDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .unit_template_draft import UnitTemplateDraft

        return UnitTemplateDraft.from_record(self)
