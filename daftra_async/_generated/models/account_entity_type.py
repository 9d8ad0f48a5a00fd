from __future__ import annotations

from ...wire.enums import OpenStrEnum


class AccountEntityType(OpenStrEnum):
    """Account entity type; a value that has no name here is kept as it came."""

    __labels__ = {
        "client": "client",
        "supplier": "supplier",
        "income_tax": "income_tax",
        "outcome_tax": "outcome_tax",
        "treasury": "treasury",
        "store": "store",
        "income_category": "income_category",
        "expense_category": "expense_category",
        "asset": "asset",
        "asset_deprecation": "asset_deprecation",
        "asset_deprecation_expense": "asset_deprecation_expense",
        "staff_petty_cash": "staff_petty_cash",
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
