from __future__ import annotations

from ...wire.enums import OpenIntEnum


class PaymentStatus(OpenIntEnum):
    """Payment status; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "failed",
        1: "completed",
        2: "pending",
        3: "not completed",
    }

    FAILED = 0
    COMPLETED = 1
    PENDING = 2
    NOT_COMPLETED = 3
