from __future__ import annotations

from ...wire.enums import OpenIntEnum


class CategoryType(OpenIntEnum):
    """Category type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Products' Category",
        2: "POS Shifts",
        3: "POS Devices",
    }

    PRODUCTS_CATEGORY = 1
    POS_SHIFTS = 2
    POS_DEVICES = 3
