from __future__ import annotations

from ...wire.enums import OpenIntEnum


class InvoicePaymentFilter(OpenIntEnum):
    """Invoice payment filter; a value that has no name here is kept as it came."""

    __labels__ = {
        3: "Subscriptions",
        4: "Overpaid / credit",
        -1: "Draft",
        -2: "Due",
        -3: "Overdue",
    }

    SUBSCRIPTIONS = 3
    OVERPAID_CREDIT = 4
    DRAFT = -1
    DUE = -2
    OVERDUE = -3
