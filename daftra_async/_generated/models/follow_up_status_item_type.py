from __future__ import annotations

from ...wire.enums import OpenIntEnum


class FollowUpStatusItemType(OpenIntEnum):
    """Follow up status item type; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Workflow | Rental Reservation Order",
        1: "Client",
        2: "Invoice",
        3: "Estimate",
        8: "Work Order",
        14: "Purchase Request",
        23: "Manufacturing Order",
        24: "Production Plan",
        27: "Lease Contract",
    }

    WORKFLOW_RENTAL_RESERVATION_ORDER = 0
    CLIENT = 1
    INVOICE = 2
    ESTIMATE = 3
    WORK_ORDER = 8
    PURCHASE_REQUEST = 14
    MANUFACTURING_ORDER = 23
    PRODUCTION_PLAN = 24
    LEASE_CONTRACT = 27
