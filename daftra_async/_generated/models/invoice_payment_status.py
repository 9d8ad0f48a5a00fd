from __future__ import annotations

from ...wire.enums import OpenIntEnum


class InvoicePaymentStatus(OpenIntEnum):
    """Invoice payment status; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Unpaid",
        1: "Partially Paid",
        2: "Paid",
        3: "Refunded",
        4: "OverPaid",
        -1: "Draft",
    }

    UNPAID = 0
    PARTIALLY_PAID = 1
    PAID = 2
    REFUNDED = 3
    OVERPAID = 4
    DRAFT = -1
