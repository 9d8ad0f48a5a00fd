"""The documented values of fields; a value that has no name here is kept as it came."""

from __future__ import annotations

from ..._wire.enums import OpenIntEnum, OpenStrEnum


class AccountEntityType(OpenStrEnum):
    """Account entity type; a value that has no name here is kept as it came."""

    __labels__ = {
        "client": "Client",
        "supplier": "Supplier",
        "income_tax": "Income tax",
        "outcome_tax": "Outcome tax",
        "treasury": "Treasury",
        "store": "Store",
        "income_category": "Income category",
        "expense_category": "Expense category",
        "asset": "Asset",
        "asset_deprecation": "Asset deprecation",
        "asset_deprecation_expense": "Asset deprecation expense",
        "staff_petty_cash": "Staff petty cash",
    }

    CLIENT = "client"
    SUPPLIER = "supplier"
    INCOME_TAX = "income_tax"
    OUTCOME_TAX = "outcome_tax"
    TREASURY = "treasury"
    STORE = "store"
    INCOME_CATEGORY = "income_category"
    EXPENSE_CATEGORY = "expense_category"
    ASSET = "asset"
    ASSET_DEPRECATION = "asset_deprecation"
    ASSET_DEPRECATION_EXPENSE = "asset_deprecation_expense"
    STAFF_PETTY_CASH = "staff_petty_cash"


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


class AppointmentPartnerType(OpenIntEnum):
    """Appointment partner type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Client",
    }

    CLIENT = 1


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


class AssetUse(OpenStrEnum):
    """Asset use; a value that has no name here is kept as it came."""

    __labels__ = {
        "not_assigned": "Not assigned",
        "employee": "Employee",
        "storage": "Storage",
    }

    NOT_ASSIGNED = "not_assigned"
    EMPLOYEE = "employee"
    STORAGE = "storage"


class BookingStatus(OpenIntEnum):
    """Booking status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "confirmed",
        3: "canceled",
        4: "done",
    }

    CONFIRMED = 1
    CANCELED = 3
    DONE = 4


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


class ClientType(OpenIntEnum):
    """Client type; a value that has no name here is kept as it came."""

    __labels__ = {
        2: "Individual",
        3: "Business",
    }

    INDIVIDUAL = 2
    BUSINESS = 3


class DepositType(OpenIntEnum):
    """Deposit type; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Unpaid",
        1: "Unpaid",
        2: "Paid",
    }

    UNPAID = 0
    UNPAID_1 = 1
    PAID = 2


class DiscountType(OpenIntEnum):
    """Discount type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Percentage",
        2: "Absolute",
    }

    PERCENTAGE = 1
    ABSOLUTE = 2


class FollowUpState(OpenIntEnum):
    """Follow up state; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Open",
        2: "Closed",
    }

    OPEN = 1
    CLOSED = 2


class FollowUpSubject(OpenIntEnum):
    """Follow up subject; a value that has no name here is kept as it came."""

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


class InvoiceDetail(OpenIntEnum):
    """Invoice detail; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Header + client (default)",
        1: "Nested records too",
        -1: "Invoice header only",
    }

    WITH_CLIENT = 0
    WITH_RELATED = 1
    HEADER_ONLY = -1


class InvoicePaymentFilter(OpenIntEnum):
    """Invoice payment filter; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Unpaid",
        1: "Partially Paid",
        2: "Paid",
        3: "Subscriptions",
        4: "Overpaid / credit",
        -1: "Draft",
        -2: "Due",
        -3: "Overdue",
    }

    UNPAID = 0
    PARTIALLY_PAID = 1
    PAID = 2
    SUBSCRIPTIONS = 3
    OVERPAID_CREDIT = 4
    DRAFT = -1
    DUE = -2
    OVERDUE = -3


class InvoicePaymentStatus(OpenIntEnum):
    """Invoice payment status; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Unpaid",
        1: "Partially Paid",
        2: "Paid",
        3: "Refunded",
        4: "OverPaid",
        -1: "Draft",
    }

    UNPAID = 0
    PARTIALLY_PAID = 1
    PAID = 2
    REFUNDED = 3
    OVERPAID = 4
    DRAFT = -1


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


class JournalEntityType(OpenStrEnum):
    """Journal entity type; a value that has no name here is kept as it came."""

    __labels__ = {
        "invoice": "Invoice",
        "refund_receipt": "Refund receipt",
        "credit_note": "Credit note",
        "purchase_order": "Purchase order",
        "purchase_refund": "Purchase refund",
        "invoice_sales_cost": "Invoice sales cost",
        "expense": "Expense",
        "income": "Income",
        "invoice_payment": "Invoice payment",
        "purchase_order_payment": "Purchase order payment",
        "stock_transaction": "Stock transaction",
        "stock_transfer": "Stock transfer",
        "treasury_transfer": "Treasury transfer",
        "treasury_transfer_from": "Treasury transfer from",
        "treasury_transfer_to": "Treasury transfer to",
        "asset": "Asset",
        "asset_deprecation": "Asset deprecation",
        "asset_operation": "Asset operation",
        "requisition": "Requisition",
    }

    INVOICE = "invoice"
    REFUND_RECEIPT = "refund_receipt"
    CREDIT_NOTE = "credit_note"
    PURCHASE_ORDER = "purchase_order"
    PURCHASE_REFUND = "purchase_refund"
    INVOICE_SALES_COST = "invoice_sales_cost"
    EXPENSE = "expense"
    INCOME = "income"
    INVOICE_PAYMENT = "invoice_payment"
    PURCHASE_ORDER_PAYMENT = "purchase_order_payment"
    STOCK_TRANSACTION = "stock_transaction"
    STOCK_TRANSFER = "stock_transfer"
    TREASURY_TRANSFER = "treasury_transfer"
    TREASURY_TRANSFER_FROM = "treasury_transfer_from"
    TREASURY_TRANSFER_TO = "treasury_transfer_to"
    ASSET = "asset"
    ASSET_DEPRECATION = "asset_deprecation"
    ASSET_OPERATION = "asset_operation"
    REQUISITION = "requisition"


class JournalSide(OpenIntEnum):
    """Journal side; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "0",
        1: "1",
    }

    VALUE_0 = 0
    VALUE_1 = 1


class PackagePeriodUnit(OpenStrEnum):
    """Package period unit; a value that has no name here is kept as it came."""

    __labels__ = {
        "daily": "Daily",
        "weekly": "Weekly",
        "monthly": "Monthly",
        "yearly": "Yearly",
    }

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class PackageType(OpenStrEnum):
    """Package type; a value that has no name here is kept as it came."""

    __labels__ = {
        "credit_charge": "Credit charge",
        "membership": "Membership",
    }

    CREDIT_CHARGE = "credit_charge"
    MEMBERSHIP = "membership"


class PaymentStatus(OpenIntEnum):
    """Payment status; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "failed",
        1: "completed",
        2: "pending",
        3: "not completed",
    }

    FAILED = 0
    COMPLETED = 1
    PENDING = 2
    NOT_COMPLETED = 3


class ProductType(OpenIntEnum):
    """Product type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Product",
        2: "Service",
        3: "Bundle",
    }

    PRODUCT = 1
    SERVICE = 2
    BUNDLE = 3


class RequisitionDeliveryStatus(OpenIntEnum):
    """Requisition delivery status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Pending",
        2: "Not All Available",
        3: "Accepted",
        4: "Cancelled",
        5: "Modified",
    }

    PENDING = 1
    NOT_ALL_AVAILABLE = 2
    ACCEPTED = 3
    CANCELLED = 4
    MODIFIED = 5


class RequisitionOrderType(OpenIntEnum):
    """Requisition order type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Inbound",
        2: "Outbound",
        8: "Manual Transfer",
        25: "Sales Order",
    }

    INBOUND = 1
    OUTBOUND = 2
    MANUAL_TRANSFER = 8
    SALES_ORDER = 25


class RequisitionStatus(OpenIntEnum):
    """Requisition status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Under Delivery",
        3: "Accepted",
        4: "Rejected",
    }

    UNDER_DELIVERY = 1
    ACCEPTED = 3
    REJECTED = 4


class RequisitionType(OpenIntEnum):
    """Requisition type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Inbound",
        2: "Outbound",
        3: "Manual Transfer (no effect)",
    }

    INBOUND = 1
    OUTBOUND = 2
    MANUAL_TRANSFER_NO_EFFECT = 3


class ShippingOption(OpenIntEnum):
    """Shipping option; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Auto",
        1: "Don't show shipping options",
        2: "Show the main client details",
        3: "Show secondary client details",
    }

    AUTO = 0
    DONT_SHOW_SHIPPING_OPTIONS = 1
    SHOW_THE_MAIN_CLIENT_DETAILS = 2
    SHOW_SECONDARY_CLIENT_DETAILS = 3


class SortDirection(OpenStrEnum):
    """Sort direction; a value that has no name here is kept as it came."""

    __labels__ = {
        "asc": "Ascending",
        "desc": "Descending",
    }

    ASC = "asc"
    DESC = "desc"


class StockDirection(OpenIntEnum):
    """Stock direction; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "IN",
        2: "OUT",
    }

    IN = 1
    OUT = 2


class StockSource(OpenIntEnum):
    """Stock source; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Manual",
        2: "Invoice",
        3: "Purchase Invoice",
        4: "Credit Note",
        5: "Transfer",
        6: "Refund Receipt",
        7: "Purchase Refund",
    }

    MANUAL = 1
    INVOICE = 2
    PURCHASE_INVOICE = 3
    CREDIT_NOTE = 4
    TRANSFER = 5
    REFUND_RECEIPT = 6
    PURCHASE_REFUND = 7


class StockStatus(OpenIntEnum):
    """Stock status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Draft",
        2: "Pending",
        4: "Processed",
        5: "Transfer",
    }

    DRAFT = 1
    PENDING = 2
    PROCESSED = 4
    TRANSFER = 5


class TreasuryType(OpenIntEnum):
    """Treasury type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Bank",
        3: "Treasury",
    }

    BANK = 1
    TREASURY = 3


class WorkOrderStatus(OpenIntEnum):
    """Work order status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Open",
        2: "Closed",
        3: "Cancelled",
        4: "Draft",
    }

    OPEN = 1
    CLOSED = 2
    CANCELLED = 3
    DRAFT = 4
