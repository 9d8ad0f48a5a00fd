from __future__ import annotations

from ...wire.enums import OpenIntEnum


class StockTransactionTransactionType(OpenIntEnum):
    """Stock transaction transaction type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "IN",
        2: "OUT",
    }

    IN = 1
    OUT = 2
