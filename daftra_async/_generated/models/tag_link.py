from __future__ import annotations

from ..._wire.record import NO_ID, DateTime, Record


class TagLink(Record, frozen=True, kw_only=True):
    """One of the account's tag links."""

    id: int = NO_ID
    """The record's id, set by the server."""
    item_id: int | None = None
    """The id of the record it is about."""
    item_type: int | None = None
    """The kind of record it is about."""
    tag_id: int | None = None
    branch_id: int | None = None
    """The branch it belongs to."""
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    entity_key: str | None = None
    entity_field_key: str | None = None
