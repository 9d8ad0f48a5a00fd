from __future__ import annotations

from ...wire.enums import OpenIntEnum


class ClientType(OpenIntEnum):
    """Client type; a value that has no name here is kept as it came."""

    __labels__ = {
        2: "Individual",
        3: "Business",
    }

    INDIVIDUAL = 2
    BUSINESS = 3
