"""Every record, draft and enum, each imported when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from .advance_payment import AdvancePayment as AdvancePayment
    from .advance_payment_draft import AdvancePaymentBody as AdvancePaymentBody
    from .advance_payment_draft import AdvancePaymentDict as AdvancePaymentDict
    from .advance_payment_draft import AdvancePaymentDraft as AdvancePaymentDraft
    from .appointment import Appointment as Appointment
    from .appointment_draft import AppointmentBody as AppointmentBody
    from .appointment_draft import AppointmentDict as AppointmentDict
    from .appointment_draft import AppointmentDraft as AppointmentDraft
    from .asset import Asset as Asset
    from .asset_draft import AssetDict as AssetDict
    from .asset_draft import AssetDraft as AssetDraft
    from .asset_location import AssetLocation as AssetLocation
    from .asset_location_draft import AssetLocationDict as AssetLocationDict
    from .asset_location_draft import AssetLocationDraft as AssetLocationDraft
    from .asset_photo import AssetPhoto as AssetPhoto
    from .asset_type import AssetType as AssetType
    from .asset_type_draft import AssetTypeDict as AssetTypeDict
    from .asset_type_draft import AssetTypeDraft as AssetTypeDraft
    from .assigned_user import AssignedUser as AssignedUser
    from .attendance_log import AttendanceLog as AttendanceLog
    from .attendance_log_draft import AttendanceLogDict as AttendanceLogDict
    from .attendance_log_draft import AttendanceLogDraft as AttendanceLogDraft
    from .booked_client_draft import BookedClientDict as BookedClientDict
    from .booked_client_draft import BookedClientDraft as BookedClientDraft
    from .booked_service_draft import BookedServiceDict as BookedServiceDict
    from .booked_service_draft import BookedServiceDraft as BookedServiceDraft
    from .booking import Booking as Booking
    from .booking_draft import BookingBody as BookingBody
    from .booking_draft import BookingDict as BookingDict
    from .booking_draft import BookingDraft as BookingDraft
    from .booking_item_draft import BookingItemDict as BookingItemDict
    from .booking_item_draft import BookingItemDraft as BookingItemDraft
    from .booking_request import BookingRequest as BookingRequest
    from .booking_request import BookingRequestDict as BookingRequestDict
    from .booking_status_change import BookingStatusChange as BookingStatusChange
    from .booking_status_change import BookingStatusChangeDict as BookingStatusChangeDict
    from .branch import Branch as Branch
    from .branch_draft import BranchDict as BranchDict
    from .branch_draft import BranchDraft as BranchDraft
    from .brand import Brand as Brand
    from .brand_draft import BrandDict as BrandDict
    from .brand_draft import BrandDraft as BrandDraft
    from .charge_usage import ChargeUsage as ChargeUsage
    from .charge_usage_draft import ChargeUsageDict as ChargeUsageDict
    from .charge_usage_draft import ChargeUsageDraft as ChargeUsageDraft
    from .client import Client as Client
    from .client_attendance import ClientAttendance as ClientAttendance
    from .client_attendance_change_draft import ClientAttendanceChangeDict as ClientAttendanceChangeDict
    from .client_attendance_change_draft import ClientAttendanceChangeDraft as ClientAttendanceChangeDraft
    from .client_attendance_draft import ClientAttendanceBody as ClientAttendanceBody
    from .client_attendance_draft import ClientAttendanceDict as ClientAttendanceDict
    from .client_attendance_draft import ClientAttendanceDraft as ClientAttendanceDraft
    from .client_draft import ClientBody as ClientBody
    from .client_draft import ClientDict as ClientDict
    from .client_draft import ClientDraft as ClientDraft
    from .client_payment import ClientPayment as ClientPayment
    from .client_payment_draft import ClientPaymentBody as ClientPaymentBody
    from .client_payment_draft import ClientPaymentDict as ClientPaymentDict
    from .client_payment_draft import ClientPaymentDraft as ClientPaymentDraft
    from .client_photo import ClientPhoto as ClientPhoto
    from .client_staff_draft import ClientStaffBody as ClientStaffBody
    from .client_staff_draft import ClientStaffDict as ClientStaffDict
    from .client_staff_draft import ClientStaffDraft as ClientStaffDraft
    from .client_write import ClientWrite as ClientWrite
    from .client_write import ClientWriteDict as ClientWriteDict
    from .cost_center import CostCenter as CostCenter
    from .cost_center_draft import CostCenterDict as CostCenterDict
    from .cost_center_draft import CostCenterDraft as CostCenterDraft
    from .cost_center_transaction_draft import CostCenterTransactionDict as CostCenterTransactionDict
    from .cost_center_transaction_draft import CostCenterTransactionDraft as CostCenterTransactionDraft
    from .credit_charge import CreditCharge as CreditCharge
    from .credit_charge_draft import CreditChargeDict as CreditChargeDict
    from .credit_charge_draft import CreditChargeDraft as CreditChargeDraft
    from .credit_note import CreditNote as CreditNote
    from .credit_note_draft import CreditNoteBody as CreditNoteBody
    from .credit_note_draft import CreditNoteDict as CreditNoteDict
    from .credit_note_draft import CreditNoteDraft as CreditNoteDraft
    from .credit_type import CreditType as CreditType
    from .credit_type_draft import CreditTypeDict as CreditTypeDict
    from .credit_type_draft import CreditTypeDraft as CreditTypeDraft
    from .credit_usage import CreditUsage as CreditUsage
    from .credit_usage_draft import CreditUsageDict as CreditUsageDict
    from .credit_usage_draft import CreditUsageDraft as CreditUsageDraft
    from .department import Department as Department
    from .department_draft import DepartmentDict as DepartmentDict
    from .department_draft import DepartmentDraft as DepartmentDraft
    from .department_manager import DepartmentManager as DepartmentManager
    from .designation import Designation as Designation
    from .designation_draft import DesignationDict as DesignationDict
    from .designation_draft import DesignationDraft as DesignationDraft
    from .employment_type import EmploymentType as EmploymentType
    from .employment_type_draft import EmploymentTypeDict as EmploymentTypeDict
    from .employment_type_draft import EmploymentTypeDraft as EmploymentTypeDraft
    from .entity_query import EntityQuery as EntityQuery
    from .entity_query import EntityQueryDict as EntityQueryDict
    from .entity_record import EntityRecord as EntityRecord
    from .enums import AccountEntityType as AccountEntityType
    from .enums import AppointmentItemType as AppointmentItemType
    from .enums import AppointmentPartnerType as AppointmentPartnerType
    from .enums import AppointmentStatus as AppointmentStatus
    from .enums import AppState as AppState
    from .enums import AssetUse as AssetUse
    from .enums import AttendanceSource as AttendanceSource
    from .enums import AttendanceStatus as AttendanceStatus
    from .enums import BookingStatus as BookingStatus
    from .enums import BranchStatus as BranchStatus
    from .enums import CategoryType as CategoryType
    from .enums import ClientGender as ClientGender
    from .enums import ClientType as ClientType
    from .enums import CreditChargeStatus as CreditChargeStatus
    from .enums import DateSelector as DateSelector
    from .enums import DepositType as DepositType
    from .enums import DiscountType as DiscountType
    from .enums import DraftState as DraftState
    from .enums import ExpenseStatus as ExpenseStatus
    from .enums import FollowUpState as FollowUpState
    from .enums import FollowUpSubject as FollowUpSubject
    from .enums import InvoiceDetail as InvoiceDetail
    from .enums import InvoicePaymentFilter as InvoicePaymentFilter
    from .enums import InvoicePaymentStatus as InvoicePaymentStatus
    from .enums import InvoiceType as InvoiceType
    from .enums import JournalEntityType as JournalEntityType
    from .enums import JournalSide as JournalSide
    from .enums import LeaveFilter as LeaveFilter
    from .enums import LeaveType as LeaveType
    from .enums import ManufacturingOrderType as ManufacturingOrderType
    from .enums import NoteItemType as NoteItemType
    from .enums import PackagePeriodUnit as PackagePeriodUnit
    from .enums import PackageType as PackageType
    from .enums import PaymentStatus as PaymentStatus
    from .enums import ProductAvailability as ProductAvailability
    from .enums import ProductStatus as ProductStatus
    from .enums import ProductType as ProductType
    from .enums import PurchaseOrderItemTax as PurchaseOrderItemTax
    from .enums import PurchaseOrderSend as PurchaseOrderSend
    from .enums import PurchaseOrderType as PurchaseOrderType
    from .enums import ReceiptState as ReceiptState
    from .enums import RecordLock as RecordLock
    from .enums import RequisitionDeliveryStatus as RequisitionDeliveryStatus
    from .enums import RequisitionOrderType as RequisitionOrderType
    from .enums import RequisitionStatus as RequisitionStatus
    from .enums import RequisitionType as RequisitionType
    from .enums import ShippingOption as ShippingOption
    from .enums import SortDirection as SortDirection
    from .enums import StaffType as StaffType
    from .enums import StockDirection as StockDirection
    from .enums import StockSource as StockSource
    from .enums import StockStatus as StockStatus
    from .enums import SubscriptionUnit as SubscriptionUnit
    from .enums import SupplierState as SupplierState
    from .enums import TreasuryType as TreasuryType
    from .enums import WorkOrderFilter as WorkOrderFilter
    from .enums import WorkOrderStatus as WorkOrderStatus
    from .estimate import Estimate as Estimate
    from .estimate_draft import EstimateBody as EstimateBody
    from .estimate_draft import EstimateDict as EstimateDict
    from .estimate_draft import EstimateDraft as EstimateDraft
    from .expense import Expense as Expense
    from .expense_allocation_draft import ExpenseAllocationDict as ExpenseAllocationDict
    from .expense_allocation_draft import ExpenseAllocationDraft as ExpenseAllocationDraft
    from .expense_draft import ExpenseBody as ExpenseBody
    from .expense_draft import ExpenseDict as ExpenseDict
    from .expense_draft import ExpenseDraft as ExpenseDraft
    from .follow_up_action import FollowUpAction as FollowUpAction
    from .follow_up_status import FollowUpStatus as FollowUpStatus
    from .follow_up_status_draft import FollowUpStatusDict as FollowUpStatusDict
    from .follow_up_status_draft import FollowUpStatusDraft as FollowUpStatusDraft
    from .formatted_time import FormattedTime as FormattedTime
    from .income import Income as Income
    from .income_draft import IncomeBody as IncomeBody
    from .income_draft import IncomeDict as IncomeDict
    from .income_draft import IncomeDraft as IncomeDraft
    from .invoice import Invoice as Invoice
    from .invoice_draft import InvoiceBody as InvoiceBody
    from .invoice_draft import InvoiceDict as InvoiceDict
    from .invoice_draft import InvoiceDraft as InvoiceDraft
    from .invoice_item import InvoiceItem as InvoiceItem
    from .invoice_item_draft import InvoiceItemDict as InvoiceItemDict
    from .invoice_item_draft import InvoiceItemDraft as InvoiceItemDraft
    from .invoice_layout import InvoiceLayout as InvoiceLayout
    from .invoice_payment import InvoicePayment as InvoicePayment
    from .invoice_payment_draft import InvoicePaymentBody as InvoicePaymentBody
    from .invoice_payment_draft import InvoicePaymentDict as InvoicePaymentDict
    from .invoice_payment_draft import InvoicePaymentDraft as InvoicePaymentDraft
    from .invoice_shipping_draft import InvoiceShippingBody as InvoiceShippingBody
    from .invoice_shipping_draft import InvoiceShippingDict as InvoiceShippingDict
    from .invoice_shipping_draft import InvoiceShippingDraft as InvoiceShippingDraft
    from .invoice_tax import InvoiceTax as InvoiceTax
    from .invoice_work_order_draft import InvoiceWorkOrderBody as InvoiceWorkOrderBody
    from .invoice_work_order_draft import InvoiceWorkOrderDict as InvoiceWorkOrderDict
    from .invoice_work_order_draft import InvoiceWorkOrderDraft as InvoiceWorkOrderDraft
    from .invoice_write import InvoiceWrite as InvoiceWrite
    from .invoice_write import InvoiceWriteDict as InvoiceWriteDict
    from .journal import Journal as Journal
    from .journal_account import JournalAccount as JournalAccount
    from .journal_account_draft import JournalAccountBody as JournalAccountBody
    from .journal_account_draft import JournalAccountDict as JournalAccountDict
    from .journal_account_draft import JournalAccountDraft as JournalAccountDraft
    from .journal_cat import JournalCat as JournalCat
    from .journal_cat_draft import JournalCatBody as JournalCatBody
    from .journal_cat_draft import JournalCatDict as JournalCatDict
    from .journal_cat_draft import JournalCatDraft as JournalCatDraft
    from .journal_draft import JournalBody as JournalBody
    from .journal_draft import JournalDict as JournalDict
    from .journal_draft import JournalDraft as JournalDraft
    from .journal_transaction import JournalTransaction as JournalTransaction
    from .journal_transaction_draft import JournalTransactionDict as JournalTransactionDict
    from .journal_transaction_draft import JournalTransactionDraft as JournalTransactionDraft
    from .leave_application import LeaveApplication as LeaveApplication
    from .leave_application_draft import LeaveApplicationDict as LeaveApplicationDict
    from .leave_application_draft import LeaveApplicationDraft as LeaveApplicationDraft
    from .note import Note as Note
    from .note_draft import NoteBody as NoteBody
    from .note_draft import NoteDict as NoteDict
    from .note_draft import NoteDraft as NoteDraft
    from .order_custom_field import OrderCustomField as OrderCustomField
    from .order_custom_field_draft import OrderCustomFieldDict as OrderCustomFieldDict
    from .order_custom_field_draft import OrderCustomFieldDraft as OrderCustomFieldDraft
    from .package import Package as Package
    from .package_credit_type import PackageCreditType as PackageCreditType
    from .package_credit_type_draft import PackageCreditTypeDict as PackageCreditTypeDict
    from .package_credit_type_draft import PackageCreditTypeDraft as PackageCreditTypeDraft
    from .package_draft import PackageDict as PackageDict
    from .package_draft import PackageDraft as PackageDraft
    from .payment_draft import PaymentDict as PaymentDict
    from .payment_draft import PaymentDraft as PaymentDraft
    from .payment_gateway import PaymentGateway as PaymentGateway
    from .payment_gateway_draft import PaymentGatewayDict as PaymentGatewayDict
    from .payment_gateway_draft import PaymentGatewayDraft as PaymentGatewayDraft
    from .pos_shift import PosShift as PosShift
    from .product import Product as Product
    from .product_bundle_draft import ProductBundleDict as ProductBundleDict
    from .product_bundle_draft import ProductBundleDraft as ProductBundleDraft
    from .product_category import ProductCategory as ProductCategory
    from .product_category_draft import ProductCategoryBody as ProductCategoryBody
    from .product_category_draft import ProductCategoryDict as ProductCategoryDict
    from .product_category_draft import ProductCategoryDraft as ProductCategoryDraft
    from .product_draft import ProductBody as ProductBody
    from .product_draft import ProductDict as ProductDict
    from .product_draft import ProductDraft as ProductDraft
    from .product_image import ProductImage as ProductImage
    from .purchase_debit_note import PurchaseDebitNote as PurchaseDebitNote
    from .purchase_debit_note_draft import PurchaseDebitNoteDict as PurchaseDebitNoteDict
    from .purchase_debit_note_draft import PurchaseDebitNoteDraft as PurchaseDebitNoteDraft
    from .purchase_invoice import PurchaseInvoice as PurchaseInvoice
    from .purchase_invoice_draft import PurchaseInvoiceBody as PurchaseInvoiceBody
    from .purchase_invoice_draft import PurchaseInvoiceDict as PurchaseInvoiceDict
    from .purchase_invoice_draft import PurchaseInvoiceDraft as PurchaseInvoiceDraft
    from .purchase_invoice_item import PurchaseInvoiceItem as PurchaseInvoiceItem
    from .purchase_invoice_item_draft import PurchaseInvoiceItemDict as PurchaseInvoiceItemDict
    from .purchase_invoice_item_draft import PurchaseInvoiceItemDraft as PurchaseInvoiceItemDraft
    from .purchase_invoice_payment import PurchaseInvoicePayment as PurchaseInvoicePayment
    from .purchase_invoice_tax import PurchaseInvoiceTax as PurchaseInvoiceTax
    from .purchase_order import PurchaseOrder as PurchaseOrder
    from .purchase_order_draft import PurchaseOrderBody as PurchaseOrderBody
    from .purchase_order_draft import PurchaseOrderDict as PurchaseOrderDict
    from .purchase_order_draft import PurchaseOrderDraft as PurchaseOrderDraft
    from .purchase_order_item import PurchaseOrderItem as PurchaseOrderItem
    from .purchase_order_item_draft import PurchaseOrderItemDict as PurchaseOrderItemDict
    from .purchase_order_item_draft import PurchaseOrderItemDraft as PurchaseOrderItemDraft
    from .purchase_refund import PurchaseRefund as PurchaseRefund
    from .purchase_refund_draft import PurchaseRefundBody as PurchaseRefundBody
    from .purchase_refund_draft import PurchaseRefundDict as PurchaseRefundDict
    from .purchase_refund_draft import PurchaseRefundDraft as PurchaseRefundDraft
    from .recurring_appointment_draft import RecurringAppointmentDict as RecurringAppointmentDict
    from .recurring_appointment_draft import RecurringAppointmentDraft as RecurringAppointmentDraft
    from .refund_receipt import RefundReceipt as RefundReceipt
    from .refund_receipt_draft import RefundReceiptBody as RefundReceiptBody
    from .refund_receipt_draft import RefundReceiptDict as RefundReceiptDict
    from .refund_receipt_draft import RefundReceiptDraft as RefundReceiptDraft
    from .refund_receipt_write import RefundReceiptWrite as RefundReceiptWrite
    from .refund_receipt_write import RefundReceiptWriteDict as RefundReceiptWriteDict
    from .requisition import Requisition as Requisition
    from .requisition_draft import RequisitionBody as RequisitionBody
    from .requisition_draft import RequisitionDict as RequisitionDict
    from .requisition_draft import RequisitionDraft as RequisitionDraft
    from .requisition_item import RequisitionItem as RequisitionItem
    from .requisition_item_draft import RequisitionItemDict as RequisitionItemDict
    from .requisition_item_draft import RequisitionItemDraft as RequisitionItemDraft
    from .sales_order_conversion_draft import SalesOrderConversionBody as SalesOrderConversionBody
    from .sales_order_conversion_draft import SalesOrderConversionDict as SalesOrderConversionDict
    from .sales_order_conversion_draft import SalesOrderConversionDraft as SalesOrderConversionDraft
    from .shipping_method import ShippingMethod as ShippingMethod
    from .site import Site as Site
    from .staff import Staff as Staff
    from .staff_draft import StaffBody as StaffBody
    from .staff_draft import StaffDict as StaffDict
    from .staff_draft import StaffDraft as StaffDraft
    from .staff_info import StaffInfo as StaffInfo
    from .staff_job import StaffJob as StaffJob
    from .stock_transaction import StockTransaction as StockTransaction
    from .stock_transaction_draft import StockTransactionBody as StockTransactionBody
    from .stock_transaction_draft import StockTransactionDict as StockTransactionDict
    from .stock_transaction_draft import StockTransactionDraft as StockTransactionDraft
    from .storage import Storage as Storage
    from .storage_draft import StorageDict as StorageDict
    from .storage_draft import StorageDraft as StorageDraft
    from .store import Store as Store
    from .store_draft import StoreBody as StoreBody
    from .store_draft import StoreDict as StoreDict
    from .store_draft import StoreDraft as StoreDraft
    from .subscription import Subscription as Subscription
    from .subscription_draft import SubscriptionBody as SubscriptionBody
    from .subscription_draft import SubscriptionDict as SubscriptionDict
    from .subscription_draft import SubscriptionDraft as SubscriptionDraft
    from .supplier import Supplier as Supplier
    from .supplier_draft import SupplierBody as SupplierBody
    from .supplier_draft import SupplierDict as SupplierDict
    from .supplier_draft import SupplierDraft as SupplierDraft
    from .tag_link import TagLink as TagLink
    from .tax import Tax as Tax
    from .tax_draft import TaxBody as TaxBody
    from .tax_draft import TaxDict as TaxDict
    from .tax_draft import TaxDraft as TaxDraft
    from .time_tracking import TimeTracking as TimeTracking
    from .time_tracking_draft import TimeTrackingBody as TimeTrackingBody
    from .time_tracking_draft import TimeTrackingDict as TimeTrackingDict
    from .time_tracking_draft import TimeTrackingDraft as TimeTrackingDraft
    from .token import Token as Token
    from .token_request import TokenRequest as TokenRequest
    from .token_request import TokenRequestDict as TokenRequestDict
    from .treasury import Treasury as Treasury
    from .treasury_draft import TreasuryBody as TreasuryBody
    from .treasury_draft import TreasuryDict as TreasuryDict
    from .treasury_draft import TreasuryDraft as TreasuryDraft
    from .unit_factor import UnitFactor as UnitFactor
    from .unit_factor_draft import UnitFactorDict as UnitFactorDict
    from .unit_factor_draft import UnitFactorDraft as UnitFactorDraft
    from .unit_template import UnitTemplate as UnitTemplate
    from .unit_template_draft import UnitTemplateDict as UnitTemplateDict
    from .unit_template_draft import UnitTemplateDraft as UnitTemplateDraft
    from .work_order import WorkOrder as WorkOrder
    from .work_order_draft import WorkOrderBody as WorkOrderBody
    from .work_order_draft import WorkOrderDict as WorkOrderDict
    from .work_order_draft import WorkOrderDraft as WorkOrderDraft
    from .workflow_budget_draft import WorkflowBudgetDict as WorkflowBudgetDict
    from .workflow_budget_draft import WorkflowBudgetDraft as WorkflowBudgetDraft
    from .workflow_number_draft import WorkflowNumberDict as WorkflowNumberDict
    from .workflow_number_draft import WorkflowNumberDraft as WorkflowNumberDraft
    from .workflow_record import WorkflowRecord as WorkflowRecord
    from .workflow_record_draft import WorkflowRecordDict as WorkflowRecordDict
    from .workflow_record_draft import WorkflowRecordDraft as WorkflowRecordDraft
    from .workflow_type import WorkflowType as WorkflowType

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "advance_payment": "AdvancePayment",
        "advance_payment_draft": "AdvancePaymentBody AdvancePaymentDict AdvancePaymentDraft",
        "appointment": "Appointment",
        "appointment_draft": "AppointmentBody AppointmentDict AppointmentDraft",
        "asset": "Asset",
        "asset_draft": "AssetDict AssetDraft",
        "asset_location": "AssetLocation",
        "asset_location_draft": "AssetLocationDict AssetLocationDraft",
        "asset_photo": "AssetPhoto",
        "asset_type": "AssetType",
        "asset_type_draft": "AssetTypeDict AssetTypeDraft",
        "assigned_user": "AssignedUser",
        "attendance_log": "AttendanceLog",
        "attendance_log_draft": "AttendanceLogDict AttendanceLogDraft",
        "booked_client_draft": "BookedClientDict BookedClientDraft",
        "booked_service_draft": "BookedServiceDict BookedServiceDraft",
        "booking": "Booking",
        "booking_draft": "BookingBody BookingDict BookingDraft",
        "booking_item_draft": "BookingItemDict BookingItemDraft",
        "booking_request": "BookingRequest BookingRequestDict",
        "booking_status_change": "BookingStatusChange BookingStatusChangeDict",
        "branch": "Branch",
        "branch_draft": "BranchDict BranchDraft",
        "brand": "Brand",
        "brand_draft": "BrandDict BrandDraft",
        "charge_usage": "ChargeUsage",
        "charge_usage_draft": "ChargeUsageDict ChargeUsageDraft",
        "client": "Client",
        "client_attendance": "ClientAttendance",
        "client_attendance_change_draft": "ClientAttendanceChangeDict ClientAttendanceChangeDraft",
        "client_attendance_draft": "ClientAttendanceBody ClientAttendanceDict ClientAttendanceDraft",
        "client_draft": "ClientBody ClientDict ClientDraft",
        "client_payment": "ClientPayment",
        "client_payment_draft": "ClientPaymentBody ClientPaymentDict ClientPaymentDraft",
        "client_photo": "ClientPhoto",
        "client_staff_draft": "ClientStaffBody ClientStaffDict ClientStaffDraft",
        "client_write": "ClientWrite ClientWriteDict",
        "cost_center": "CostCenter",
        "cost_center_draft": "CostCenterDict CostCenterDraft",
        "cost_center_transaction_draft": "CostCenterTransactionDict CostCenterTransactionDraft",
        "credit_charge": "CreditCharge",
        "credit_charge_draft": "CreditChargeDict CreditChargeDraft",
        "credit_note": "CreditNote",
        "credit_note_draft": "CreditNoteBody CreditNoteDict CreditNoteDraft",
        "credit_type": "CreditType",
        "credit_type_draft": "CreditTypeDict CreditTypeDraft",
        "credit_usage": "CreditUsage",
        "credit_usage_draft": "CreditUsageDict CreditUsageDraft",
        "department": "Department",
        "department_draft": "DepartmentDict DepartmentDraft",
        "department_manager": "DepartmentManager",
        "designation": "Designation",
        "designation_draft": "DesignationDict DesignationDraft",
        "employment_type": "EmploymentType",
        "employment_type_draft": "EmploymentTypeDict EmploymentTypeDraft",
        "entity_query": "EntityQuery EntityQueryDict",
        "entity_record": "EntityRecord",
        "enums": "AccountEntityType AppointmentItemType AppointmentPartnerType AppointmentStatus AppState AssetUse AttendanceSource AttendanceStatus BookingStatus BranchStatus CategoryType ClientGender ClientType CreditChargeStatus DateSelector DepositType DiscountType DraftState ExpenseStatus FollowUpState FollowUpSubject InvoiceDetail InvoicePaymentFilter InvoicePaymentStatus InvoiceType JournalEntityType JournalSide LeaveFilter LeaveType ManufacturingOrderType NoteItemType PackagePeriodUnit PackageType PaymentStatus ProductAvailability ProductStatus ProductType PurchaseOrderItemTax PurchaseOrderSend PurchaseOrderType ReceiptState RecordLock RequisitionDeliveryStatus RequisitionOrderType RequisitionStatus RequisitionType ShippingOption SortDirection StaffType StockDirection StockSource StockStatus SubscriptionUnit SupplierState TreasuryType WorkOrderFilter WorkOrderStatus",
        "estimate": "Estimate",
        "estimate_draft": "EstimateBody EstimateDict EstimateDraft",
        "expense": "Expense",
        "expense_allocation_draft": "ExpenseAllocationDict ExpenseAllocationDraft",
        "expense_draft": "ExpenseBody ExpenseDict ExpenseDraft",
        "follow_up_action": "FollowUpAction",
        "follow_up_status": "FollowUpStatus",
        "follow_up_status_draft": "FollowUpStatusDict FollowUpStatusDraft",
        "formatted_time": "FormattedTime",
        "income": "Income",
        "income_draft": "IncomeBody IncomeDict IncomeDraft",
        "invoice": "Invoice",
        "invoice_draft": "InvoiceBody InvoiceDict InvoiceDraft",
        "invoice_item": "InvoiceItem",
        "invoice_item_draft": "InvoiceItemDict InvoiceItemDraft",
        "invoice_layout": "InvoiceLayout",
        "invoice_payment": "InvoicePayment",
        "invoice_payment_draft": "InvoicePaymentBody InvoicePaymentDict InvoicePaymentDraft",
        "invoice_shipping_draft": "InvoiceShippingBody InvoiceShippingDict InvoiceShippingDraft",
        "invoice_tax": "InvoiceTax",
        "invoice_work_order_draft": "InvoiceWorkOrderBody InvoiceWorkOrderDict InvoiceWorkOrderDraft",
        "invoice_write": "InvoiceWrite InvoiceWriteDict",
        "journal": "Journal",
        "journal_account": "JournalAccount",
        "journal_account_draft": "JournalAccountBody JournalAccountDict JournalAccountDraft",
        "journal_cat": "JournalCat",
        "journal_cat_draft": "JournalCatBody JournalCatDict JournalCatDraft",
        "journal_draft": "JournalBody JournalDict JournalDraft",
        "journal_transaction": "JournalTransaction",
        "journal_transaction_draft": "JournalTransactionDict JournalTransactionDraft",
        "leave_application": "LeaveApplication",
        "leave_application_draft": "LeaveApplicationDict LeaveApplicationDraft",
        "note": "Note",
        "note_draft": "NoteBody NoteDict NoteDraft",
        "order_custom_field": "OrderCustomField",
        "order_custom_field_draft": "OrderCustomFieldDict OrderCustomFieldDraft",
        "package": "Package",
        "package_credit_type": "PackageCreditType",
        "package_credit_type_draft": "PackageCreditTypeDict PackageCreditTypeDraft",
        "package_draft": "PackageDict PackageDraft",
        "payment_draft": "PaymentDict PaymentDraft",
        "payment_gateway": "PaymentGateway",
        "payment_gateway_draft": "PaymentGatewayDict PaymentGatewayDraft",
        "pos_shift": "PosShift",
        "product": "Product",
        "product_bundle_draft": "ProductBundleDict ProductBundleDraft",
        "product_category": "ProductCategory",
        "product_category_draft": "ProductCategoryBody ProductCategoryDict ProductCategoryDraft",
        "product_draft": "ProductBody ProductDict ProductDraft",
        "product_image": "ProductImage",
        "purchase_debit_note": "PurchaseDebitNote",
        "purchase_debit_note_draft": "PurchaseDebitNoteDict PurchaseDebitNoteDraft",
        "purchase_invoice": "PurchaseInvoice",
        "purchase_invoice_draft": "PurchaseInvoiceBody PurchaseInvoiceDict PurchaseInvoiceDraft",
        "purchase_invoice_item": "PurchaseInvoiceItem",
        "purchase_invoice_item_draft": "PurchaseInvoiceItemDict PurchaseInvoiceItemDraft",
        "purchase_invoice_payment": "PurchaseInvoicePayment",
        "purchase_invoice_tax": "PurchaseInvoiceTax",
        "purchase_order": "PurchaseOrder",
        "purchase_order_draft": "PurchaseOrderBody PurchaseOrderDict PurchaseOrderDraft",
        "purchase_order_item": "PurchaseOrderItem",
        "purchase_order_item_draft": "PurchaseOrderItemDict PurchaseOrderItemDraft",
        "purchase_refund": "PurchaseRefund",
        "purchase_refund_draft": "PurchaseRefundBody PurchaseRefundDict PurchaseRefundDraft",
        "recurring_appointment_draft": "RecurringAppointmentDict RecurringAppointmentDraft",
        "refund_receipt": "RefundReceipt",
        "refund_receipt_draft": "RefundReceiptBody RefundReceiptDict RefundReceiptDraft",
        "refund_receipt_write": "RefundReceiptWrite RefundReceiptWriteDict",
        "requisition": "Requisition",
        "requisition_draft": "RequisitionBody RequisitionDict RequisitionDraft",
        "requisition_item": "RequisitionItem",
        "requisition_item_draft": "RequisitionItemDict RequisitionItemDraft",
        "sales_order_conversion_draft": "SalesOrderConversionBody SalesOrderConversionDict SalesOrderConversionDraft",
        "shipping_method": "ShippingMethod",
        "site": "Site",
        "staff": "Staff",
        "staff_draft": "StaffBody StaffDict StaffDraft",
        "staff_info": "StaffInfo",
        "staff_job": "StaffJob",
        "stock_transaction": "StockTransaction",
        "stock_transaction_draft": "StockTransactionBody StockTransactionDict StockTransactionDraft",
        "storage": "Storage",
        "storage_draft": "StorageDict StorageDraft",
        "store": "Store",
        "store_draft": "StoreBody StoreDict StoreDraft",
        "subscription": "Subscription",
        "subscription_draft": "SubscriptionBody SubscriptionDict SubscriptionDraft",
        "supplier": "Supplier",
        "supplier_draft": "SupplierBody SupplierDict SupplierDraft",
        "tag_link": "TagLink",
        "tax": "Tax",
        "tax_draft": "TaxBody TaxDict TaxDraft",
        "time_tracking": "TimeTracking",
        "time_tracking_draft": "TimeTrackingBody TimeTrackingDict TimeTrackingDraft",
        "token": "Token",
        "token_request": "TokenRequest TokenRequestDict",
        "treasury": "Treasury",
        "treasury_draft": "TreasuryBody TreasuryDict TreasuryDraft",
        "unit_factor": "UnitFactor",
        "unit_factor_draft": "UnitFactorDict UnitFactorDraft",
        "unit_template": "UnitTemplate",
        "unit_template_draft": "UnitTemplateDict UnitTemplateDraft",
        "work_order": "WorkOrder",
        "work_order_draft": "WorkOrderBody WorkOrderDict WorkOrderDraft",
        "workflow_budget_draft": "WorkflowBudgetDict WorkflowBudgetDraft",
        "workflow_number_draft": "WorkflowNumberDict WorkflowNumberDraft",
        "workflow_record": "WorkflowRecord",
        "workflow_record_draft": "WorkflowRecordDict WorkflowRecordDraft",
        "workflow_type": "WorkflowType",
    },
)
