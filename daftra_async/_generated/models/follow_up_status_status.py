from __future__ import annotations

from ...wire.enums import OpenIntEnum


class FollowUpStatusStatus(OpenIntEnum):
    """Follow up status status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Open",
        2: "Closed",
    }

    OPEN = 1
    CLOSED = 2
