from __future__ import annotations

from ...wire.enums import OpenIntEnum


class InvoicePaymentFilter(OpenIntEnum):
    """Invoice payment filter; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Unpaid",
        1: "Partially Paid",
        2: "Paid",
        3: "Subscriptions",
        4: "Overpaid / credit",
        -1: "Draft",
        -2: "Due",
        -3: "Overdue",
    }

    UNPAID = 0
    PARTIALLY_PAID = 1
    PAID = 2
    SUBSCRIPTIONS = 3
    OVERPAID_CREDIT = 4
    DRAFT = -1
    DUE = -2
    OVERDUE = -3
