from __future__ import annotations

from ...wire.enums import OpenIntEnum


class StockTransactionStatus(OpenIntEnum):
    """Stock transaction status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Draft",
        2: "Pending",
        4: "Processed",
        5: "Transfer",
    }

    DRAFT = 1
    PENDING = 2
    PROCESSED = 4
    TRANSFER = 5
