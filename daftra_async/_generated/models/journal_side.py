from __future__ import annotations

from ...wire.enums import OpenIntEnum


class JournalSide(OpenIntEnum):
    """Journal side; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "0",
        1: "1",
    }

    VALUE_0 = 0
    VALUE_1 = 1
