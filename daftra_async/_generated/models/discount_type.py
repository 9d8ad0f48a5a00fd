from __future__ import annotations

from ...wire.enums import OpenIntEnum


class DiscountType(OpenIntEnum):
    """Discount type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Percentage",
        2: "Absolute",
    }

    PERCENTAGE = 1
    ABSOLUTE = 2
