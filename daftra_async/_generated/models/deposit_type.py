from __future__ import annotations

from ...wire.enums import OpenIntEnum


class DepositType(OpenIntEnum):
    """Deposit type; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Unpaid",
        1: "Unpaid",
        2: "Paid",
    }

    UNPAID = 0
    UNPAID_1 = 1
    PAID = 2
