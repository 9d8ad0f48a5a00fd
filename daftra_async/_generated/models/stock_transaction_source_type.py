from __future__ import annotations

from ...wire.enums import OpenIntEnum


class StockTransactionSourceType(OpenIntEnum):
    """Stock transaction source type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Manual",
        2: "Invoice",
        3: "Purchase Invoice",
        4: "Credit Note",
        5: "Transfer",
        6: "Refund Receipt",
        7: "Purchase Refund",
    }

    MANUAL = 1
    INVOICE = 2
    PURCHASE_INVOICE = 3
    CREDIT_NOTE = 4
    TRANSFER = 5
    REFUND_RECEIPT = 6
    PURCHASE_REFUND = 7
