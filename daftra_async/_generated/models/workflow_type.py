from __future__ import annotations

from typing import Any

import attrs

from ...wire.record import NO_ID, DateTime, Record


@attrs.frozen(kw_only=True, repr=False)
class WorkflowType(Record):
    """One of the account's workflow types."""

    id: int = NO_ID
    name: str | None = None
    status: int | None = None
    icon: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
    singular_title: str | None = None
    entity_key: str | None = None
    app_related_data: dict[str, Any] | None = None
