from __future__ import annotations

import attrs

from ...wire.record import NO_ID, DateTime, Record


@attrs.frozen(kw_only=True, repr=False)
class AssignedUser(Record):
    """One of the account's assigned users."""

    id: int = NO_ID
    item_id: int | None = None
    item_type: int | None = None
    entity_key: str | None = None
    entity_field_key: str | None = None
    staff_id: int | None = None
    group_id: int | None = None
    assigned_by: int | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
