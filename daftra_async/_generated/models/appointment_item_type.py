from __future__ import annotations

from ...wire.enums import OpenIntEnum


class AppointmentItemType(OpenIntEnum):
    """Appointment item type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Client",
        2: "Invoice",
        3: "Estimate",
        4: "Po",
        5: "Staff",
        6: "Supplier",
        7: "Product",
        8: "Work Order",
        9: "Appointment",
        10: "Shift",
        11: "Booking",
    }

    CLIENT = 1
    INVOICE = 2
    ESTIMATE = 3
    PURCHASE_ORDER = 4
    STAFF = 5
    SUPPLIER = 6
    PRODUCT = 7
    WORK_ORDER = 8
    APPOINTMENT = 9
    SHIFT = 10
    BOOKING = 11
