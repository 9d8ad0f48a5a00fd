from __future__ import annotations

from ..._wire.record import NO_ID, Record


class FollowUpAction(Record, frozen=True, kw_only=True):
    """One of the account's follow up actions."""

    id: int = NO_ID
    """The record's id, set by the server."""
