from __future__ import annotations

from ...wire.enums import OpenStrEnum


class JournalEntityType(OpenStrEnum):
    """Journal entity type; a value that has no name here is kept as it came."""

    __labels__ = {
        "invoice": "invoice",
        "refund_receipt": "refund_receipt",
        "credit_note": "credit_note",
        "purchase_order": "purchase_order",
        "purchase_refund": "purchase_refund",
        "invoice_sales_cost": "invoice_sales_cost",
        "expense": "expense",
        "income": "income",
        "invoice_payment": "invoice_payment",
        "purchase_order_payment": "purchase_order_payment",
        "stock_transaction": "stock_transaction",
        "stock_transfer": "stock_transfer",
        "treasury_transfer": "treasury_transfer",
        "treasury_transfer_from": "treasury_transfer_from",
        "treasury_transfer_to": "treasury_transfer_to",
        "asset": "asset",
        "asset_deprecation": "asset_deprecation",
        "asset_operation": "asset_operation",
        "requisition": "requisition",
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
