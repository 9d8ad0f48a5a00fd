from __future__ import annotations

from ...wire.enums import OpenIntEnum


class WorkOrderStatus(OpenIntEnum):
    """Work order status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Open",
        2: "Closed",
        3: "Cancelled",
        4: "Draft",
    }

    OPEN = 1
    CLOSED = 2
    CANCELLED = 3
    DRAFT = 4
