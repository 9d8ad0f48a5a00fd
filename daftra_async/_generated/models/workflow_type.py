from __future__ import annotations

from typing import Any

from ..._wire.record import NO_ID, DateTime, Record


class WorkflowType(Record, frozen=True, kw_only=True):
    """One of the account's workflow types."""

    id: int = NO_ID
    """The record's id, set by the server."""
    name: str | None = None
    """Its name, as people know it."""
    status: int | None = None
    icon: str | None = None
    created: DateTime | None = None
    """When it was created; account time, without a zone."""
    modified: DateTime | None = None
    """When it was last changed; account time, without a zone."""
    singular_title: str | None = None
    entity_key: str | None = None
    app_related_data: dict[str, Any] | None = None
