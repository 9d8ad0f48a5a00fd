from __future__ import annotations

from ...wire.enums import OpenIntEnum


class AppointmentPartnerType(OpenIntEnum):
    """Appointment partner type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Client",
    }

    CLIENT = 1
