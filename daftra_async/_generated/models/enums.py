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


class AppState(OpenStrEnum):
    """App state; a value that has no name here is kept as it came."""

    __labels__ = {
        "true": "Activate",
        "false": "Deactivate",
    }

    ACTIVATE = "true"
    DEACTIVATE = "false"


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


class AttendanceSource(OpenStrEnum):
    """Attendance source; a value that has no name here is kept as it came."""

    __labels__ = {
        "machine": "Machine",
        "supervisor": "Supervisor",
        "file": "File",
        "self": "Self",
    }

    MACHINE = "machine"
    SUPERVISOR = "supervisor"
    FILE = "file"
    SELF = "self"


class AttendanceStatus(OpenStrEnum):
    """Attendance status; a value that has no name here is kept as it came."""

    __labels__ = {
        "draft": "Draft",
        "sign_in": "Sign in",
        "sign_out": "Sign out",
        "repeated_sign_in": "Repeated sign in",
        "repeated_sign_out": "Repeated sign out",
        "invalid": "Invalid",
        "unknown_employee": "Unknown employee",
    }

    DRAFT = "draft"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    REPEATED_SIGN_IN = "repeated_sign_in"
    REPEATED_SIGN_OUT = "repeated_sign_out"
    INVALID = "invalid"
    UNKNOWN_EMPLOYEE = "unknown_employee"


class BookingStatus(OpenIntEnum):
    """Booking status; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Pending",
        1: "confirmed",
        2: "Invoiced",
        3: "canceled",
        4: "done",
    }

    PENDING = 0
    CONFIRMED = 1
    INVOICED = 2
    CANCELED = 3
    DONE = 4


class BranchStatus(OpenIntEnum):
    """Branch status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Active",
        2: "Inactive",
        3: "Suspended",
    }

    ACTIVE = 1
    INACTIVE = 2
    SUSPENDED = 3


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


class CreditChargeStatus(OpenStrEnum):
    """Credit charge status; a value that has no name here is kept as it came."""

    __labels__ = {
        "available": "Available",
        "consumed": "Consumed",
        "expired": "Expired",
        "suspended": "Suspended",
    }

    AVAILABLE = "available"
    CONSUMED = "consumed"
    EXPIRED = "expired"
    SUSPENDED = "suspended"


class DateSelector(OpenStrEnum):
    """Date selector; a value that has no name here is kept as it came."""

    __labels__ = {
        "lastmonth": "Last month",
        "lastyear": "Last year",
    }

    LAST_MONTH = "lastmonth"
    LAST_YEAR = "lastyear"


class DepositType(OpenIntEnum):
    """Deposit type; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Not set",
        1: "Unpaid",
        2: "Paid",
    }

    NOT_SET = 0
    UNPAID_1 = 1
    PAID = 2
    UNPAID = NOT_SET


class DiscountType(OpenIntEnum):
    """Discount type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Percentage",
        2: "Absolute",
    }

    PERCENTAGE = 1
    ABSOLUTE = 2


class DraftState(OpenIntEnum):
    """Draft state; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Issued",
        1: "Draft",
    }

    ISSUED = 0
    DRAFT = 1


class ExpenseStatus(OpenStrEnum):
    """Expense status; a value that has no name here is kept as it came."""

    __labels__ = {
        "issued": "Issued",
        "draft": "Draft",
    }

    ISSUED = "issued"
    DRAFT = "draft"


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
        4: "Purchase Order",
        5: "Staff",
        6: "Supplier",
        7: "Product",
        8: "Work Order",
        9: "Appointment",
        10: "Shift",
        11: "Booking",
        12: "Product Tracking",
        14: "Purchase Request",
        23: "Manufacturing Order",
        24: "Production Plan",
        27: "Lease Contract",
    }

    WORKFLOW_RENTAL_RESERVATION_ORDER = 0
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
    PRODUCT_TRACKING = 12
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
        5: "Partially refunded",
    }

    UNPAID = 0
    PARTIALLY_PAID = 1
    PAID = 2
    REFUNDED = 3
    OVERPAID = 4
    DRAFT = -1
    PARTIALLY_REFUNDED = 5


class InvoiceType(OpenIntEnum):
    """Invoice type; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Invoice",
        1: "Template",
        2: "Subscription",
        3: "Estimate",
        5: "Credit Note",
        6: "Refund Receipt",
        7: "Resellers",
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
        0: "Credit",
        1: "Debit",
    }

    CREDIT = 0
    DEBIT = 1
    VALUE_0 = CREDIT
    VALUE_1 = DEBIT


class LeaveFilter(OpenStrEnum):
    """Leave filter; a value that has no name here is kept as it came."""

    __labels__ = {
        "all": "All",
        "pending": "Pending",
        "approved": "Approved",
        "rejected": "Rejected",
        "pending_on_me": "Pending on me",
    }

    ALL = "all"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    PENDING_ON_ME = "pending_on_me"


class LeaveType(OpenStrEnum):
    """Leave type; a value that has no name here is kept as it came."""

    __labels__ = {
        "leave": "Leave",
        "half_leave": "Half leave",
        "delay": "Delay",
        "early": "Early leave",
    }

    LEAVE = "leave"
    HALF_LEAVE = "half_leave"
    DELAY = "delay"
    EARLY_LEAVE = "early"


class ManufacturingOrderType(OpenStrEnum):
    """Manufacturing order type; a value that has no name here is kept as it came."""

    __labels__ = {
        "inbound": "Inbound",
        "outbound": "Outbound",
        "refund": "Refund",
    }

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    REFUND = "refund"


class NoteItemType(OpenIntEnum):
    """Note item type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Client",
        2: "Invoice",
        3: "Estimate",
        4: "Purchase invoice",
        5: "Staff",
        6: "Supplier",
        7: "Product",
        8: "Work order",
    }

    CLIENT = 1
    INVOICE = 2
    ESTIMATE = 3
    PURCHASE_INVOICE = 4
    STAFF = 5
    SUPPLIER = 6
    PRODUCT = 7
    WORK_ORDER = 8


class PackagePeriodUnit(OpenStrEnum):
    """Package period unit; a value that has no name here is kept as it came."""

    __labels__ = {
        "not-expired": "Not-expired",
        "daily": "Daily",
        "weekly": "Weekly",
        "monthly": "Monthly",
        "yearly": "Yearly",
    }

    NOT_EXPIRED = "not-expired"
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
        0: "Failed or not completed",
        1: "completed",
        2: "pending",
        3: "Not completed or failed",
        4: "Overpaid",
        5: "Draft",
    }

    FAILED = 0
    COMPLETED = 1
    PENDING = 2
    NOT_COMPLETED = 3
    OVERPAID = 4
    DRAFT = 5


class ProductAvailability(OpenIntEnum):
    """Product availability; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Available",
        2: "Low stock",
        3: "Out of stock",
        4: "Inactive",
        5: "Suspended",
    }

    AVAILABLE = 1
    LOW_STOCK = 2
    OUT_OF_STOCK = 3
    INACTIVE = 4
    SUSPENDED = 5


class ProductStatus(OpenIntEnum):
    """Product status; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Active",
        1: "Inactive",
        2: "Suspended",
    }

    ACTIVE = 0
    INACTIVE = 1
    SUSPENDED = 2


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


class PurchaseOrderItemTax(OpenIntEnum):
    """Purchase order item tax; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "No taxes",
        1: "Tax 1",
        2: "Tax 2",
        3: "Both taxes",
    }

    NO_TAXES = 0
    TAX_1 = 1
    TAX_2 = 2
    BOTH_TAXES = 3


class PurchaseOrderSend(OpenStrEnum):
    """Purchase order send; a value that has no name here is kept as it came."""

    __labels__ = {
        "draft": "Draft",
        "direct": "Send to supplier",
        "revised": "Review",
        "print": "Print",
    }

    DRAFT = "draft"
    SEND_TO_SUPPLIER = "direct"
    REVIEW = "revised"
    PRINT = "print"


class PurchaseOrderType(OpenIntEnum):
    """Purchase order type; a value that has no name here is kept as it came."""

    __labels__ = {
        13: "Purchase Order",
    }

    PURCHASE_ORDER = 13


class ReceiptState(OpenIntEnum):
    """Receipt state; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Unreceived",
        1: "Received",
        2: "Partially Received",
        3: "Under Delivery",
        4: "Partially Received",
        -1: "Draft",
    }

    UNRECEIVED = 0
    RECEIVED = 1
    PARTIALLY_RECEIVED = 2
    UNDER_DELIVERY = 3
    PARTIALLY_RECEIVED_4 = 4
    DRAFT = -1


class RecordLock(OpenStrEnum):
    """Record lock; a value that has no name here is kept as it came."""

    __labels__ = {
        "true": "Lock",
        "false": "Unlock",
    }

    LOCK = "true"
    UNLOCK = "false"


class RequisitionDeliveryStatus(OpenIntEnum):
    """Requisition delivery status; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Pending (newer - received)",
        2: "Not all available (newer - rejected)",
        3: "Accepted (newer - pending)",
        4: "Cancelled (newer - partially received)",
        5: "Modified (newer - partially rejected)",
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
        3: "Invoice",
        4: "Refund Receipt",
        5: "Credit Note",
        6: "Purchase Invoice",
        7: "Purchase Refund",
        8: "Manual Transfer",
        11: "POS Inbound",
        12: "POS Outbound",
        13: "Stocktaking Out",
        14: "Stocktaking In",
        15: "Purchase Debit Note",
        16: "Manufacturing Order Returned Materials",
        18: "Manufacturing Order Materials Outbound",
        21: "Manufacturing Order Scrap Inbound",
        22: "Manufacturing Order Product Inbound",
        23: "Manual Import Inbound",
        24: "Manual Import Outbound",
        25: "Sales Order",
    }

    INBOUND = 1
    OUTBOUND = 2
    INVOICE = 3
    REFUND_RECEIPT = 4
    CREDIT_NOTE = 5
    PURCHASE_INVOICE = 6
    PURCHASE_REFUND = 7
    MANUAL_TRANSFER = 8
    POS_INBOUND = 11
    POS_OUTBOUND = 12
    STOCKTAKING_OUT = 13
    STOCKTAKING_IN = 14
    PURCHASE_DEBIT_NOTE = 15
    MANUFACTURING_ORDER_RETURNED_MATERIALS = 16
    MANUFACTURING_ORDER_MATERIALS_OUTBOUND = 18
    MANUFACTURING_ORDER_SCRAP_INBOUND = 21
    MANUFACTURING_ORDER_PRODUCT_INBOUND = 22
    MANUAL_IMPORT_INBOUND = 23
    MANUAL_IMPORT_OUTBOUND = 24
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


class StaffType(OpenStrEnum):
    """Staff type; a value that has no name here is kept as it came."""

    __labels__ = {
        "user": "System user",
        "employee": "Employee record",
    }

    SYSTEM_USER = "user"
    EMPLOYEE_RECORD = "employee"


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
        8: "Bundle",
        9: "Requisition",
        14: "Purchase Debit Note",
    }

    MANUAL = 1
    INVOICE = 2
    PURCHASE_INVOICE = 3
    CREDIT_NOTE = 4
    TRANSFER = 5
    REFUND_RECEIPT = 6
    PURCHASE_REFUND = 7
    BUNDLE = 8
    REQUISITION = 9
    PURCHASE_DEBIT_NOTE = 14


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


class SubscriptionUnit(OpenStrEnum):
    """Subscription unit; a value that has no name here is kept as it came."""

    __labels__ = {
        "days": "Days",
        "weeks": "Weeks",
        "months": "Months",
        "years": "Years",
    }

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class SupplierState(OpenIntEnum):
    """Supplier state; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Active",
        1: "Suspended",
    }

    ACTIVE = 0
    SUSPENDED = 1


class TreasuryType(OpenIntEnum):
    """Treasury type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Bank",
        2: "Personal",
        3: "Treasury",
    }

    BANK = 1
    PERSONAL = 2
    TREASURY = 3


class WorkOrderFilter(OpenIntEnum):
    """Work order filter; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Open",
        2: "Closed",
        3: "Cancelled",
        4: "Draft",
        -1: "All",
    }

    OPEN = 1
    CLOSED = 2
    CANCELLED = 3
    DRAFT = 4
    ALL = -1


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
