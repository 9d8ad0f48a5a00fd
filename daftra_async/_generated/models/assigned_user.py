from __future__ import annotations

from ..._wire.record import NO_ID, DateTime, Record


class AssignedUser(Record, frozen=True, kw_only=True):
    """One of the account's assigned users."""

    id: int = NO_ID
    """The record's id, set by the server."""
    item_id: int | None = None
    """The id of the record it is about."""
    item_type: int | None = None
    """The kind of record it is about."""
    entity_key: str | None = None
    entity_field_key: str | None = None
    staff_id: int | None = None
    """The staff member behind it; negative ids stand for API keys and apps."""
    group_id: int | None = None
    assigned_by: int | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
