from __future__ import annotations

from ...wire.enums import OpenIntEnum


class InvoiceType(OpenIntEnum):
    """Invoice type; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Invoice",
        1: "Template",
        2: "Subscription",
        3: "Estimate",
        5: "Credit Note",
        6: "Refund Receipt",
        7: "BNR",
        8: "Booking",
        9: "Temp Invoice",
        10: "Insurance Invoice",
        11: "Insurance Refund",
        12: "Sales Order",
        13: "Temp Booking",
        14: "Reservation Order",
        15: "Shop Front",
        16: "Debit Note",
        17: "Contract Installment",
        18: "Lease Contract",
        19: "Advance Payment",
    }

    INVOICE = 0
    TEMPLATE = 1
    SUBSCRIPTION = 2
    ESTIMATE = 3
    CREDIT_NOTE = 5
    REFUND_RECEIPT = 6
    BNR = 7
    BOOKING = 8
    TEMP_INVOICE = 9
    INSURANCE_INVOICE = 10
    INSURANCE_REFUND = 11
    SALES_ORDER = 12
    TEMP_BOOKING = 13
    RESERVATION_ORDER = 14
    SHOP_FRONT = 15
    DEBIT_NOTE = 16
    CONTRACT_INSTALLMENT = 17
    LEASE_CONTRACT = 18
    ADVANCE_PAYMENT = 19
