from __future__ import annotations

from ...wire.enums import OpenIntEnum


class TreasuryType(OpenIntEnum):
    """Treasury type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Bank",
        3: "Treasury",
    }

    BANK = 1
    TREASURY = 3
