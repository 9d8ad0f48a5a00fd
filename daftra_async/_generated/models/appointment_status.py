from __future__ import annotations

from ...wire.enums import OpenIntEnum


class AppointmentStatus(OpenIntEnum):
    """Appointment status; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Scheduled",
        1: "Done",
        2: "Dismissed",
    }

    SCHEDULED = 0
    DONE = 1
    DISMISSED = 2
