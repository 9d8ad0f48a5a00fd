"""Every record, draft and enum, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .advance_payment import AdvancePayment as AdvancePayment
    from .advance_payment_draft import AdvancePaymentDraft as AdvancePaymentDraft
    from .appointment import Appointment as Appointment
    from .appointment_draft import AppointmentDraft as AppointmentDraft
    from .asset import Asset as Asset
    from .asset_draft import AssetDraft as AssetDraft
    from .asset_location import AssetLocation as AssetLocation
    from .asset_location_draft import AssetLocationDraft as AssetLocationDraft
    from .asset_photo import AssetPhoto as AssetPhoto
    from .asset_type import AssetType as AssetType
    from .asset_type_draft import AssetTypeDraft as AssetTypeDraft
    from .assigned_user import AssignedUser as AssignedUser
    from .attendance_log import AttendanceLog as AttendanceLog
    from .attendance_log_draft import AttendanceLogDraft as AttendanceLogDraft
    from .booking import Booking as Booking
    from .booking_draft import BookingDraft as BookingDraft
    from .booking_item_draft import BookingItemDraft as BookingItemDraft
    from .branch import Branch as Branch
    from .brand import Brand as Brand
    from .brand_draft import BrandDraft as BrandDraft
    from .charge_usage import ChargeUsage as ChargeUsage
    from .charge_usage_draft import ChargeUsageDraft as ChargeUsageDraft
    from .client import Client as Client
    from .client_attendance_draft import ClientAttendanceDraft as ClientAttendanceDraft
    from .client_draft import ClientDraft as ClientDraft
    from .client_payment import ClientPayment as ClientPayment
    from .client_payment_draft import ClientPaymentDraft as ClientPaymentDraft
    from .client_photo import ClientPhoto as ClientPhoto
    from .cost_center import CostCenter as CostCenter
    from .cost_center_draft import CostCenterDraft as CostCenterDraft
    from .credit_charge import CreditCharge as CreditCharge
    from .credit_charge_draft import CreditChargeDraft as CreditChargeDraft
    from .credit_note import CreditNote as CreditNote
    from .credit_note_draft import CreditNoteDraft as CreditNoteDraft
    from .credit_type import CreditType as CreditType
    from .credit_type_draft import CreditTypeDraft as CreditTypeDraft
    from .credit_usage import CreditUsage as CreditUsage
    from .credit_usage_draft import CreditUsageDraft as CreditUsageDraft
    from .department import Department as Department
    from .department_draft import DepartmentDraft as DepartmentDraft
    from .department_manager import DepartmentManager as DepartmentManager
    from .designation import Designation as Designation
    from .designation_draft import DesignationDraft as DesignationDraft
    from .employment_type import EmploymentType as EmploymentType
    from .employment_type_draft import EmploymentTypeDraft as EmploymentTypeDraft
    from .entity_query import EntityQuery as EntityQuery
    from .entity_record import EntityRecord as EntityRecord
    from .enums import AccountEntityType as AccountEntityType
    from .enums import AppointmentItemType as AppointmentItemType
    from .enums import AppointmentPartnerType as AppointmentPartnerType
    from .enums import AppointmentStatus as AppointmentStatus
    from .enums import AssetUse as AssetUse
    from .enums import BookingStatus as BookingStatus
    from .enums import CategoryType as CategoryType
    from .enums import ClientGender as ClientGender
    from .enums import ClientType as ClientType
    from .enums import DepositType as DepositType
    from .enums import DiscountType as DiscountType
    from .enums import FollowUpState as FollowUpState
    from .enums import FollowUpSubject as FollowUpSubject
    from .enums import InvoiceDetail as InvoiceDetail
    from .enums import InvoicePaymentFilter as InvoicePaymentFilter
    from .enums import InvoicePaymentStatus as InvoicePaymentStatus
    from .enums import InvoiceType as InvoiceType
    from .enums import JournalEntityType as JournalEntityType
    from .enums import JournalSide as JournalSide
    from .enums import PackagePeriodUnit as PackagePeriodUnit
    from .enums import PackageType as PackageType
    from .enums import PaymentStatus as PaymentStatus
    from .enums import ProductType as ProductType
    from .enums import RequisitionDeliveryStatus as RequisitionDeliveryStatus
    from .enums import RequisitionOrderType as RequisitionOrderType
    from .enums import RequisitionStatus as RequisitionStatus
    from .enums import RequisitionType as RequisitionType
    from .enums import ShippingOption as ShippingOption
    from .enums import SortDirection as SortDirection
    from .enums import StockDirection as StockDirection
    from .enums import StockSource as StockSource
    from .enums import StockStatus as StockStatus
    from .enums import TreasuryType as TreasuryType
    from .enums import WorkOrderStatus as WorkOrderStatus
    from .estimate import Estimate as Estimate
    from .estimate_draft import EstimateDraft as EstimateDraft
    from .expense import Expense as Expense
    from .expense_draft import ExpenseDraft as ExpenseDraft
    from .follow_up_action import FollowUpAction as FollowUpAction
    from .follow_up_status import FollowUpStatus as FollowUpStatus
    from .follow_up_status_draft import FollowUpStatusDraft as FollowUpStatusDraft
    from .formatted_time import FormattedTime as FormattedTime
    from .income import Income as Income
    from .income_draft import IncomeDraft as IncomeDraft
    from .invoice import Invoice as Invoice
    from .invoice_draft import InvoiceDraft as InvoiceDraft
    from .invoice_item import InvoiceItem as InvoiceItem
    from .invoice_item_draft import InvoiceItemDraft as InvoiceItemDraft
    from .invoice_layout import InvoiceLayout as InvoiceLayout
    from .invoice_payment import InvoicePayment as InvoicePayment
    from .invoice_payment_draft import InvoicePaymentDraft as InvoicePaymentDraft
    from .invoice_tax import InvoiceTax as InvoiceTax
    from .invoice_write import InvoiceWrite as InvoiceWrite
    from .journal import Journal as Journal
    from .journal_account import JournalAccount as JournalAccount
    from .journal_account_draft import JournalAccountDraft as JournalAccountDraft
    from .journal_cat import JournalCat as JournalCat
    from .journal_cat_draft import JournalCatDraft as JournalCatDraft
    from .journal_draft import JournalDraft as JournalDraft
    from .journal_transaction import JournalTransaction as JournalTransaction
    from .journal_transaction_draft import JournalTransactionDraft as JournalTransactionDraft
    from .leave_application import LeaveApplication as LeaveApplication
    from .leave_application_draft import LeaveApplicationDraft as LeaveApplicationDraft
    from .note import Note as Note
    from .note_draft import NoteDraft as NoteDraft
    from .package import Package as Package
    from .package_credit_type import PackageCreditType as PackageCreditType
    from .package_credit_type_draft import PackageCreditTypeDraft as PackageCreditTypeDraft
    from .package_draft import PackageDraft as PackageDraft
    from .payment_draft import PaymentDraft as PaymentDraft
    from .payment_gateway import PaymentGateway as PaymentGateway
    from .payment_gateway_draft import PaymentGatewayDraft as PaymentGatewayDraft
    from .product import Product as Product
    from .product_bundle_draft import ProductBundleDraft as ProductBundleDraft
    from .product_category import ProductCategory as ProductCategory
    from .product_draft import ProductDraft as ProductDraft
    from .product_image import ProductImage as ProductImage
    from .purchase_debit_note import PurchaseDebitNote as PurchaseDebitNote
    from .purchase_debit_note_draft import PurchaseDebitNoteDraft as PurchaseDebitNoteDraft
    from .purchase_invoice import PurchaseInvoice as PurchaseInvoice
    from .purchase_invoice_draft import PurchaseInvoiceDraft as PurchaseInvoiceDraft
    from .purchase_invoice_item import PurchaseInvoiceItem as PurchaseInvoiceItem
    from .purchase_invoice_item_draft import PurchaseInvoiceItemDraft as PurchaseInvoiceItemDraft
    from .purchase_invoice_payment import PurchaseInvoicePayment as PurchaseInvoicePayment
    from .purchase_invoice_tax import PurchaseInvoiceTax as PurchaseInvoiceTax
    from .purchase_refund import PurchaseRefund as PurchaseRefund
    from .purchase_refund_draft import PurchaseRefundDraft as PurchaseRefundDraft
    from .refund_receipt import RefundReceipt as RefundReceipt
    from .refund_receipt_draft import RefundReceiptDraft as RefundReceiptDraft
    from .requisition import Requisition as Requisition
    from .requisition_draft import RequisitionDraft as RequisitionDraft
    from .requisition_item import RequisitionItem as RequisitionItem
    from .requisition_item_draft import RequisitionItemDraft as RequisitionItemDraft
    from .site import Site as Site
    from .staff import Staff as Staff
    from .staff_info import StaffInfo as StaffInfo
    from .staff_job import StaffJob as StaffJob
    from .stock_transaction import StockTransaction as StockTransaction
    from .stock_transaction_draft import StockTransactionDraft as StockTransactionDraft
    from .storage import Storage as Storage
    from .storage_draft import StorageDraft as StorageDraft
    from .store import Store as Store
    from .store_draft import StoreDraft as StoreDraft
    from .supplier import Supplier as Supplier
    from .supplier_draft import SupplierDraft as SupplierDraft
    from .tag_link import TagLink as TagLink
    from .tax import Tax as Tax
    from .tax_draft import TaxDraft as TaxDraft
    from .time_tracking import TimeTracking as TimeTracking
    from .time_tracking_draft import TimeTrackingDraft as TimeTrackingDraft
    from .token import Token as Token
    from .token_request import TokenRequest as TokenRequest
    from .treasury import Treasury as Treasury
    from .treasury_draft import TreasuryDraft as TreasuryDraft
    from .unit_factor import UnitFactor as UnitFactor
    from .unit_factor_draft import UnitFactorDraft as UnitFactorDraft
    from .unit_template import UnitTemplate as UnitTemplate
    from .unit_template_draft import UnitTemplateDraft as UnitTemplateDraft
    from .work_order import WorkOrder as WorkOrder
    from .work_order_draft import WorkOrderDraft as WorkOrderDraft
    from .workflow_budget_draft import WorkflowBudgetDraft as WorkflowBudgetDraft
    from .workflow_number_draft import WorkflowNumberDraft as WorkflowNumberDraft
    from .workflow_record import WorkflowRecord as WorkflowRecord
    from .workflow_record_draft import WorkflowRecordDraft as WorkflowRecordDraft
    from .workflow_type import WorkflowType as WorkflowType

_MODULES = {
    "AccountEntityType": "enums",
    "AdvancePayment": "advance_payment",
    "AdvancePaymentDraft": "advance_payment_draft",
    "Appointment": "appointment",
    "AppointmentDraft": "appointment_draft",
    "AppointmentItemType": "enums",
    "AppointmentPartnerType": "enums",
    "AppointmentStatus": "enums",
    "Asset": "asset",
    "AssetDraft": "asset_draft",
    "AssetLocation": "asset_location",
    "AssetLocationDraft": "asset_location_draft",
    "AssetPhoto": "asset_photo",
    "AssetType": "asset_type",
    "AssetTypeDraft": "asset_type_draft",
    "AssetUse": "enums",
    "AssignedUser": "assigned_user",
    "AttendanceLog": "attendance_log",
    "AttendanceLogDraft": "attendance_log_draft",
    "Booking": "booking",
    "BookingDraft": "booking_draft",
    "BookingItemDraft": "booking_item_draft",
    "BookingStatus": "enums",
    "Branch": "branch",
    "Brand": "brand",
    "BrandDraft": "brand_draft",
    "CategoryType": "enums",
    "ChargeUsage": "charge_usage",
    "ChargeUsageDraft": "charge_usage_draft",
    "Client": "client",
    "ClientAttendanceDraft": "client_attendance_draft",
    "ClientDraft": "client_draft",
    "ClientGender": "enums",
    "ClientPayment": "client_payment",
    "ClientPaymentDraft": "client_payment_draft",
    "ClientPhoto": "client_photo",
    "ClientType": "enums",
    "CostCenter": "cost_center",
    "CostCenterDraft": "cost_center_draft",
    "CreditCharge": "credit_charge",
    "CreditChargeDraft": "credit_charge_draft",
    "CreditNote": "credit_note",
    "CreditNoteDraft": "credit_note_draft",
    "CreditType": "credit_type",
    "CreditTypeDraft": "credit_type_draft",
    "CreditUsage": "credit_usage",
    "CreditUsageDraft": "credit_usage_draft",
    "Department": "department",
    "DepartmentDraft": "department_draft",
    "DepartmentManager": "department_manager",
    "DepositType": "enums",
    "Designation": "designation",
    "DesignationDraft": "designation_draft",
    "DiscountType": "enums",
    "EmploymentType": "employment_type",
    "EmploymentTypeDraft": "employment_type_draft",
    "EntityQuery": "entity_query",
    "EntityRecord": "entity_record",
    "Estimate": "estimate",
    "EstimateDraft": "estimate_draft",
    "Expense": "expense",
    "ExpenseDraft": "expense_draft",
    "FollowUpAction": "follow_up_action",
    "FollowUpState": "enums",
    "FollowUpStatus": "follow_up_status",
    "FollowUpStatusDraft": "follow_up_status_draft",
    "FollowUpSubject": "enums",
    "FormattedTime": "formatted_time",
    "Income": "income",
    "IncomeDraft": "income_draft",
    "Invoice": "invoice",
    "InvoiceDetail": "enums",
    "InvoiceDraft": "invoice_draft",
    "InvoiceItem": "invoice_item",
    "InvoiceItemDraft": "invoice_item_draft",
    "InvoiceLayout": "invoice_layout",
    "InvoicePayment": "invoice_payment",
    "InvoicePaymentDraft": "invoice_payment_draft",
    "InvoicePaymentFilter": "enums",
    "InvoicePaymentStatus": "enums",
    "InvoiceTax": "invoice_tax",
    "InvoiceType": "enums",
    "InvoiceWrite": "invoice_write",
    "Journal": "journal",
    "JournalAccount": "journal_account",
    "JournalAccountDraft": "journal_account_draft",
    "JournalCat": "journal_cat",
    "JournalCatDraft": "journal_cat_draft",
    "JournalDraft": "journal_draft",
    "JournalEntityType": "enums",
    "JournalSide": "enums",
    "JournalTransaction": "journal_transaction",
    "JournalTransactionDraft": "journal_transaction_draft",
    "LeaveApplication": "leave_application",
    "LeaveApplicationDraft": "leave_application_draft",
    "Note": "note",
    "NoteDraft": "note_draft",
    "Package": "package",
    "PackageCreditType": "package_credit_type",
    "PackageCreditTypeDraft": "package_credit_type_draft",
    "PackageDraft": "package_draft",
    "PackagePeriodUnit": "enums",
    "PackageType": "enums",
    "PaymentDraft": "payment_draft",
    "PaymentGateway": "payment_gateway",
    "PaymentGatewayDraft": "payment_gateway_draft",
    "PaymentStatus": "enums",
    "Product": "product",
    "ProductBundleDraft": "product_bundle_draft",
    "ProductCategory": "product_category",
    "ProductDraft": "product_draft",
    "ProductImage": "product_image",
    "ProductType": "enums",
    "PurchaseDebitNote": "purchase_debit_note",
    "PurchaseDebitNoteDraft": "purchase_debit_note_draft",
    "PurchaseInvoice": "purchase_invoice",
    "PurchaseInvoiceDraft": "purchase_invoice_draft",
    "PurchaseInvoiceItem": "purchase_invoice_item",
    "PurchaseInvoiceItemDraft": "purchase_invoice_item_draft",
    "PurchaseInvoicePayment": "purchase_invoice_payment",
    "PurchaseInvoiceTax": "purchase_invoice_tax",
    "PurchaseRefund": "purchase_refund",
    "PurchaseRefundDraft": "purchase_refund_draft",
    "RefundReceipt": "refund_receipt",
    "RefundReceiptDraft": "refund_receipt_draft",
    "Requisition": "requisition",
    "RequisitionDeliveryStatus": "enums",
    "RequisitionDraft": "requisition_draft",
    "RequisitionItem": "requisition_item",
    "RequisitionItemDraft": "requisition_item_draft",
    "RequisitionOrderType": "enums",
    "RequisitionStatus": "enums",
    "RequisitionType": "enums",
    "ShippingOption": "enums",
    "Site": "site",
    "SortDirection": "enums",
    "Staff": "staff",
    "StaffInfo": "staff_info",
    "StaffJob": "staff_job",
    "StockDirection": "enums",
    "StockSource": "enums",
    "StockStatus": "enums",
    "StockTransaction": "stock_transaction",
    "StockTransactionDraft": "stock_transaction_draft",
    "Storage": "storage",
    "StorageDraft": "storage_draft",
    "Store": "store",
    "StoreDraft": "store_draft",
    "Supplier": "supplier",
    "SupplierDraft": "supplier_draft",
    "TagLink": "tag_link",
    "Tax": "tax",
    "TaxDraft": "tax_draft",
    "TimeTracking": "time_tracking",
    "TimeTrackingDraft": "time_tracking_draft",
    "Token": "token",
    "TokenRequest": "token_request",
    "Treasury": "treasury",
    "TreasuryDraft": "treasury_draft",
    "TreasuryType": "enums",
    "UnitFactor": "unit_factor",
    "UnitFactorDraft": "unit_factor_draft",
    "UnitTemplate": "unit_template",
    "UnitTemplateDraft": "unit_template_draft",
    "WorkflowBudgetDraft": "workflow_budget_draft",
    "WorkflowNumberDraft": "workflow_number_draft",
    "WorkflowRecord": "workflow_record",
    "WorkflowRecordDraft": "workflow_record_draft",
    "WorkflowType": "workflow_type",
    "WorkOrder": "work_order",
    "WorkOrderDraft": "work_order_draft",
    "WorkOrderStatus": "enums",
}

__all__ = [  # noqa: PLE0604
    "AccountEntityType",
    "AdvancePayment",
    "AdvancePaymentDraft",
    "Appointment",
    "AppointmentDraft",
    "AppointmentItemType",
    "AppointmentPartnerType",
    "AppointmentStatus",
    "Asset",
    "AssetDraft",
    "AssetLocation",
    "AssetLocationDraft",
    "AssetPhoto",
    "AssetType",
    "AssetTypeDraft",
    "AssetUse",
    "AssignedUser",
    "AttendanceLog",
    "AttendanceLogDraft",
    "Booking",
    "BookingDraft",
    "BookingItemDraft",
    "BookingStatus",
    "Branch",
    "Brand",
    "BrandDraft",
    "CategoryType",
    "ChargeUsage",
    "ChargeUsageDraft",
    "Client",
    "ClientAttendanceDraft",
    "ClientDraft",
    "ClientGender",
    "ClientPayment",
    "ClientPaymentDraft",
    "ClientPhoto",
    "ClientType",
    "CostCenter",
    "CostCenterDraft",
    "CreditCharge",
    "CreditChargeDraft",
    "CreditNote",
    "CreditNoteDraft",
    "CreditType",
    "CreditTypeDraft",
    "CreditUsage",
    "CreditUsageDraft",
    "Department",
    "DepartmentDraft",
    "DepartmentManager",
    "DepositType",
    "Designation",
    "DesignationDraft",
    "DiscountType",
    "EmploymentType",
    "EmploymentTypeDraft",
    "EntityQuery",
    "EntityRecord",
    "Estimate",
    "EstimateDraft",
    "Expense",
    "ExpenseDraft",
    "FollowUpAction",
    "FollowUpState",
    "FollowUpStatus",
    "FollowUpStatusDraft",
    "FollowUpSubject",
    "FormattedTime",
    "Income",
    "IncomeDraft",
    "Invoice",
    "InvoiceDetail",
    "InvoiceDraft",
    "InvoiceItem",
    "InvoiceItemDraft",
    "InvoiceLayout",
    "InvoicePayment",
    "InvoicePaymentDraft",
    "InvoicePaymentFilter",
    "InvoicePaymentStatus",
    "InvoiceTax",
    "InvoiceType",
    "InvoiceWrite",
    "Journal",
    "JournalAccount",
    "JournalAccountDraft",
    "JournalCat",
    "JournalCatDraft",
    "JournalDraft",
    "JournalEntityType",
    "JournalSide",
    "JournalTransaction",
    "JournalTransactionDraft",
    "LeaveApplication",
    "LeaveApplicationDraft",
    "Note",
    "NoteDraft",
    "Package",
    "PackageCreditType",
    "PackageCreditTypeDraft",
    "PackageDraft",
    "PackagePeriodUnit",
    "PackageType",
    "PaymentDraft",
    "PaymentGateway",
    "PaymentGatewayDraft",
    "PaymentStatus",
    "Product",
    "ProductBundleDraft",
    "ProductCategory",
    "ProductDraft",
    "ProductImage",
    "ProductType",
    "PurchaseDebitNote",
    "PurchaseDebitNoteDraft",
    "PurchaseInvoice",
    "PurchaseInvoiceDraft",
    "PurchaseInvoiceItem",
    "PurchaseInvoiceItemDraft",
    "PurchaseInvoicePayment",
    "PurchaseInvoiceTax",
    "PurchaseRefund",
    "PurchaseRefundDraft",
    "RefundReceipt",
    "RefundReceiptDraft",
    "Requisition",
    "RequisitionDeliveryStatus",
    "RequisitionDraft",
    "RequisitionItem",
    "RequisitionItemDraft",
    "RequisitionOrderType",
    "RequisitionStatus",
    "RequisitionType",
    "ShippingOption",
    "Site",
    "SortDirection",
    "Staff",
    "StaffInfo",
    "StaffJob",
    "StockDirection",
    "StockSource",
    "StockStatus",
    "StockTransaction",
    "StockTransactionDraft",
    "Storage",
    "StorageDraft",
    "Store",
    "StoreDraft",
    "Supplier",
    "SupplierDraft",
    "TagLink",
    "Tax",
    "TaxDraft",
    "TimeTracking",
    "TimeTrackingDraft",
    "Token",
    "TokenRequest",
    "Treasury",
    "TreasuryDraft",
    "TreasuryType",
    "UnitFactor",
    "UnitFactorDraft",
    "UnitTemplate",
    "UnitTemplateDraft",
    "WorkflowBudgetDraft",
    "WorkflowNumberDraft",
    "WorkflowRecord",
    "WorkflowRecordDraft",
    "WorkflowType",
    "WorkOrder",
    "WorkOrderDraft",
    "WorkOrderStatus",
]


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_MODULES)
