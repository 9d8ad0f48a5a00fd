from __future__ import annotations

from ...wire.enums import OpenIntEnum


class RequisitionDeliveryStatus(OpenIntEnum):
    """Requisition delivery status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Pending",
        2: "Not All Available",
        3: "Accepted",
        4: "Cancelled",
        5: "Modified",
    }

    PENDING = 1
    NOT_ALL_AVAILABLE = 2
    ACCEPTED = 3
    CANCELLED = 4
    MODIFIED = 5
