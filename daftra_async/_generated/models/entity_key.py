from __future__ import annotations

from ...wire.enums import OpenStrEnum


class EntityKey(OpenStrEnum):
    """Entity key; a value that has no name here is kept as it came."""

    __labels__ = {
        "invoice": "invoice",
        "estimate": "estimate",
        "credit_note": "credit_note",
        "refund_receipt": "refund_receipt",
        "client": "client",
        "supplier": "supplier",
        "work_order": "work_order",
        "follow_up_reminder": "follow_up_reminder",
        "invoice_payment": "invoice_payment",
        "product": "product",
        "journal": "journal",
        "journal_account": "journal_account",
        "journal_cat": "journal_cat",
        "expense": "expense",
        "tax": "tax",
        "purchase_refund": "purchase_refund",
        "store": "store",
        "treasury": "treasury",
        "product_category": "product_category",
        "staff": "staff",
        "client_attendance_log": "client_attendance_log",
        "follow_up_action": "follow_up_action",
        "follow_up_status": "follow_up_status",
        "purchase_order": "purchase_order",
        "shift_day": "shift_day",
        "contract": "contract",
        "invoice_installment_agreement": "invoice_installment_agreement",
        "installment": "installment",
        "agreement_installment": "agreement_installment",
        "payslip": "payslip",
        "invoice_item": "invoice_item",
        "post": "post",
        "product_bundle": "product_bundle",
        "tracking_number": "tracking_number",
    }

    INVOICE = "invoice"
    ESTIMATE = "estimate"
    CREDIT_NOTE = "credit_note"
    REFUND_RECEIPT = "refund_receipt"
    CLIENT = "client"
    SUPPLIER = "supplier"
    WORK_ORDER = "work_order"
    FOLLOW_UP_REMINDER = "follow_up_reminder"
    INVOICE_PAYMENT = "invoice_payment"
    PRODUCT = "product"
    JOURNAL = "journal"
    JOURNAL_ACCOUNT = "journal_account"
    JOURNAL_CAT = "journal_cat"
    EXPENSE = "expense"
    TAX = "tax"
    PURCHASE_REFUND = "purchase_refund"
    STORE = "store"
    TREASURY = "treasury"
    PRODUCT_CATEGORY = "product_category"
    STAFF = "staff"
    CLIENT_ATTENDANCE_LOG = "client_attendance_log"
    FOLLOW_UP_ACTION = "follow_up_action"
    FOLLOW_UP_STATUS = "follow_up_status"
    PURCHASE_ORDER = "purchase_order"
    SHIFT_DAY = "shift_day"
    CONTRACT = "contract"
    INVOICE_INSTALLMENT_AGREEMENT = "invoice_installment_agreement"
    INSTALLMENT = "installment"
    AGREEMENT_INSTALLMENT = "agreement_installment"
    PAYSLIP = "payslip"
    INVOICE_ITEM = "invoice_item"
    POST = "post"
    PRODUCT_BUNDLE = "product_bundle"
    TRACKING_NUMBER = "tracking_number"
