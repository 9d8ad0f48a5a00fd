from __future__ import annotations

from ...wire.enums import OpenIntEnum


class ClientGender(OpenIntEnum):
    """Client gender; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Not selected",
        1: "Male",
        2: "Female",
    }

    NOT_SELECTED = 0
    MALE = 1
    FEMALE = 2
