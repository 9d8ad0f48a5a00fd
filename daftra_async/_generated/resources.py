"""The resources as attributes of the client, each imported when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..resource import Caller

if TYPE_CHECKING:
    from .api.advance_payments import AdvancePayments
    from .api.apps import Apps
    from .api.asset_locations import AssetLocations
    from .api.asset_types import AssetTypes
    from .api.assets import Assets
    from .api.attendance_logs import AttendanceLogs
    from .api.authorization import Authorization
    from .api.bookings import Bookings
    from .api.branches import Branches
    from .api.brands import Brands
    from .api.charge_usage import ChargeUsage
    from .api.client_appointments import ClientAppointments
    from .api.client_attendance_log import ClientAttendanceLog
    from .api.client_payments import ClientPayments
    from .api.clients import Clients
    from .api.cost_centers import CostCenters
    from .api.credit_charges import CreditCharges
    from .api.credit_notes import CreditNotes
    from .api.credit_types import CreditTypes
    from .api.credit_usage import CreditUsage
    from .api.departments import Departments
    from .api.designations import Designations
    from .api.employment_types import EmploymentTypes
    from .api.entities import Entities
    from .api.estimate_appointments import EstimateAppointments
    from .api.estimates import Estimates
    from .api.expenses import Expenses
    from .api.follow_up_actions import FollowUpActions
    from .api.follow_up_statuses import FollowUpStatuses
    from .api.general_listing import GeneralListing
    from .api.incomes import Incomes
    from .api.invoice_appointments import InvoiceAppointments
    from .api.invoice_payments import InvoicePayments
    from .api.invoices import Invoices
    from .api.journal_accounts import JournalAccounts
    from .api.journal_cats import JournalCats
    from .api.journals import Journals
    from .api.leave_applications import LeaveApplications
    from .api.notes import Notes
    from .api.package_credit_types import PackageCreditTypes
    from .api.packages import Packages
    from .api.payment_gateways import PaymentGateways
    from .api.product_bundles import ProductBundles
    from .api.product_categories import ProductCategories
    from .api.products import Products
    from .api.purchase_debit_notes import PurchaseDebitNotes
    from .api.purchase_invoices import PurchaseInvoices
    from .api.purchase_refunds import PurchaseRefunds
    from .api.refund_receipts import RefundReceipts
    from .api.requisitions import Requisitions
    from .api.site import Site
    from .api.staff import Staff
    from .api.stock_transactions import StockTransactions
    from .api.storages import Storages
    from .api.stores import Stores
    from .api.suppliers import Suppliers
    from .api.taxes import Taxes
    from .api.time_tracking import TimeTracking
    from .api.treasuries import Treasuries
    from .api.unit_templates import UnitTemplates
    from .api.work_order_appointments import WorkOrderAppointments
    from .api.work_orders import WorkOrders
    from .api.workflow import Workflow


class Resources(Caller):
    """One attribute per documented group."""

    @cached_property
    def advance_payments(self) -> AdvancePayments:
        """Advance payments: 3 documented operations."""
        from .api.advance_payments import AdvancePayments

        return AdvancePayments(self)

    @cached_property
    def apps(self) -> Apps:
        """Apps: 1 documented operations."""
        from .api.apps import Apps

        return Apps(self)

    @cached_property
    def asset_locations(self) -> AssetLocations:
        """Asset locations: 4 documented operations."""
        from .api.asset_locations import AssetLocations

        return AssetLocations(self)

    @cached_property
    def asset_types(self) -> AssetTypes:
        """Asset types: 4 documented operations."""
        from .api.asset_types import AssetTypes

        return AssetTypes(self)

    @cached_property
    def assets(self) -> Assets:
        """Assets: 4 documented operations."""
        from .api.assets import Assets

        return Assets(self)

    @cached_property
    def attendance_logs(self) -> AttendanceLogs:
        """Attendance logs: 3 documented operations."""
        from .api.attendance_logs import AttendanceLogs

        return AttendanceLogs(self)

    @cached_property
    def authorization(self) -> Authorization:
        """Authorization: 1 documented operations."""
        from .api.authorization import Authorization

        return Authorization(self)

    @cached_property
    def bookings(self) -> Bookings:
        """Bookings: 6 documented operations."""
        from .api.bookings import Bookings

        return Bookings(self)

    @cached_property
    def branches(self) -> Branches:
        """Branches: 1 documented operations."""
        from .api.branches import Branches

        return Branches(self)

    @cached_property
    def brands(self) -> Brands:
        """Brands: 4 documented operations."""
        from .api.brands import Brands

        return Brands(self)

    @cached_property
    def charge_usage(self) -> ChargeUsage:
        """Charge usage: 4 documented operations."""
        from .api.charge_usage import ChargeUsage

        return ChargeUsage(self)

    @cached_property
    def client_appointments(self) -> ClientAppointments:
        """Client appointments: 5 documented operations."""
        from .api.client_appointments import ClientAppointments

        return ClientAppointments(self)

    @cached_property
    def client_attendance_log(self) -> ClientAttendanceLog:
        """Client attendance log: 1 documented operations."""
        from .api.client_attendance_log import ClientAttendanceLog

        return ClientAttendanceLog(self)

    @cached_property
    def client_payments(self) -> ClientPayments:
        """Client payments: 5 documented operations."""
        from .api.client_payments import ClientPayments

        return ClientPayments(self)

    @cached_property
    def clients(self) -> Clients:
        """Clients: 5 documented operations."""
        from .api.clients import Clients

        return Clients(self)

    @cached_property
    def cost_centers(self) -> CostCenters:
        """Cost centers: 4 documented operations."""
        from .api.cost_centers import CostCenters

        return CostCenters(self)

    @cached_property
    def credit_charges(self) -> CreditCharges:
        """Credit charges: 4 documented operations."""
        from .api.credit_charges import CreditCharges

        return CreditCharges(self)

    @cached_property
    def credit_notes(self) -> CreditNotes:
        """Credit notes: 5 documented operations."""
        from .api.credit_notes import CreditNotes

        return CreditNotes(self)

    @cached_property
    def credit_types(self) -> CreditTypes:
        """Credit types: 4 documented operations."""
        from .api.credit_types import CreditTypes

        return CreditTypes(self)

    @cached_property
    def credit_usage(self) -> CreditUsage:
        """Credit usage: 4 documented operations."""
        from .api.credit_usage import CreditUsage

        return CreditUsage(self)

    @cached_property
    def departments(self) -> Departments:
        """Departments: 4 documented operations."""
        from .api.departments import Departments

        return Departments(self)

    @cached_property
    def designations(self) -> Designations:
        """Designations: 4 documented operations."""
        from .api.designations import Designations

        return Designations(self)

    @cached_property
    def employment_types(self) -> EmploymentTypes:
        """Employment types: 4 documented operations."""
        from .api.employment_types import EmploymentTypes

        return EmploymentTypes(self)

    @cached_property
    def entities(self) -> Entities:
        """Entities: 2 documented operations."""
        from .api.entities import Entities

        return Entities(self)

    @cached_property
    def estimate_appointments(self) -> EstimateAppointments:
        """Estimate appointments: 5 documented operations."""
        from .api.estimate_appointments import EstimateAppointments

        return EstimateAppointments(self)

    @cached_property
    def estimates(self) -> Estimates:
        """Estimates: 5 documented operations."""
        from .api.estimates import Estimates

        return Estimates(self)

    @cached_property
    def expenses(self) -> Expenses:
        """Expenses: 5 documented operations."""
        from .api.expenses import Expenses

        return Expenses(self)

    @cached_property
    def follow_up_actions(self) -> FollowUpActions:
        """Follow up actions: 3 documented operations."""
        from .api.follow_up_actions import FollowUpActions

        return FollowUpActions(self)

    @cached_property
    def follow_up_statuses(self) -> FollowUpStatuses:
        """Follow up statuses: 4 documented operations."""
        from .api.follow_up_statuses import FollowUpStatuses

        return FollowUpStatuses(self)

    @cached_property
    def general_listing(self) -> GeneralListing:
        """General listing: 1 documented operations."""
        from .api.general_listing import GeneralListing

        return GeneralListing(self)

    @cached_property
    def incomes(self) -> Incomes:
        """Incomes: 5 documented operations."""
        from .api.incomes import Incomes

        return Incomes(self)

    @cached_property
    def invoice_appointments(self) -> InvoiceAppointments:
        """Invoice appointments: 5 documented operations."""
        from .api.invoice_appointments import InvoiceAppointments

        return InvoiceAppointments(self)

    @cached_property
    def invoice_payments(self) -> InvoicePayments:
        """Invoice payments: 5 documented operations."""
        from .api.invoice_payments import InvoicePayments

        return InvoicePayments(self)

    @cached_property
    def invoices(self) -> Invoices:
        """Invoices: 6 documented operations."""
        from .api.invoices import Invoices

        return Invoices(self)

    @cached_property
    def journal_accounts(self) -> JournalAccounts:
        """Journal accounts: 5 documented operations."""
        from .api.journal_accounts import JournalAccounts

        return JournalAccounts(self)

    @cached_property
    def journal_cats(self) -> JournalCats:
        """Journal cats: 5 documented operations."""
        from .api.journal_cats import JournalCats

        return JournalCats(self)

    @cached_property
    def journals(self) -> Journals:
        """Journals: 5 documented operations."""
        from .api.journals import Journals

        return Journals(self)

    @cached_property
    def leave_applications(self) -> LeaveApplications:
        """Leave applications: 4 documented operations."""
        from .api.leave_applications import LeaveApplications

        return LeaveApplications(self)

    @cached_property
    def notes(self) -> Notes:
        """Notes: 5 documented operations."""
        from .api.notes import Notes

        return Notes(self)

    @cached_property
    def package_credit_types(self) -> PackageCreditTypes:
        """Package credit types: 4 documented operations."""
        from .api.package_credit_types import PackageCreditTypes

        return PackageCreditTypes(self)

    @cached_property
    def packages(self) -> Packages:
        """Packages: 4 documented operations."""
        from .api.packages import Packages

        return Packages(self)

    @cached_property
    def payment_gateways(self) -> PaymentGateways:
        """Payment gateways: 3 documented operations."""
        from .api.payment_gateways import PaymentGateways

        return PaymentGateways(self)

    @cached_property
    def product_bundles(self) -> ProductBundles:
        """Product bundles: 1 documented operations."""
        from .api.product_bundles import ProductBundles

        return ProductBundles(self)

    @cached_property
    def product_categories(self) -> ProductCategories:
        """Product categories: 2 documented operations."""
        from .api.product_categories import ProductCategories

        return ProductCategories(self)

    @cached_property
    def products(self) -> Products:
        """Products: 5 documented operations."""
        from .api.products import Products

        return Products(self)

    @cached_property
    def purchase_debit_notes(self) -> PurchaseDebitNotes:
        """Purchase debit notes: 2 documented operations."""
        from .api.purchase_debit_notes import PurchaseDebitNotes

        return PurchaseDebitNotes(self)

    @cached_property
    def purchase_invoices(self) -> PurchaseInvoices:
        """Purchase invoices: 5 documented operations."""
        from .api.purchase_invoices import PurchaseInvoices

        return PurchaseInvoices(self)

    @cached_property
    def purchase_refunds(self) -> PurchaseRefunds:
        """Purchase refunds: 5 documented operations."""
        from .api.purchase_refunds import PurchaseRefunds

        return PurchaseRefunds(self)

    @cached_property
    def refund_receipts(self) -> RefundReceipts:
        """Refund receipts: 5 documented operations."""
        from .api.refund_receipts import RefundReceipts

        return RefundReceipts(self)

    @cached_property
    def requisitions(self) -> Requisitions:
        """Requisitions: 5 documented operations."""
        from .api.requisitions import Requisitions

        return Requisitions(self)

    @cached_property
    def site(self) -> Site:
        """Site: 1 documented operations."""
        from .api.site import Site

        return Site(self)

    @cached_property
    def staff(self) -> Staff:
        """Staff: 2 documented operations."""
        from .api.staff import Staff

        return Staff(self)

    @cached_property
    def stock_transactions(self) -> StockTransactions:
        """Stock transactions: 5 documented operations."""
        from .api.stock_transactions import StockTransactions

        return StockTransactions(self)

    @cached_property
    def storages(self) -> Storages:
        """Storages: 4 documented operations."""
        from .api.storages import Storages

        return Storages(self)

    @cached_property
    def stores(self) -> Stores:
        """Stores: 5 documented operations."""
        from .api.stores import Stores

        return Stores(self)

    @cached_property
    def suppliers(self) -> Suppliers:
        """Suppliers: 5 documented operations."""
        from .api.suppliers import Suppliers

        return Suppliers(self)

    @cached_property
    def taxes(self) -> Taxes:
        """Taxes: 5 documented operations."""
        from .api.taxes import Taxes

        return Taxes(self)

    @cached_property
    def time_tracking(self) -> TimeTracking:
        """Time tracking: 5 documented operations."""
        from .api.time_tracking import TimeTracking

        return TimeTracking(self)

    @cached_property
    def treasuries(self) -> Treasuries:
        """Treasuries: 5 documented operations."""
        from .api.treasuries import Treasuries

        return Treasuries(self)

    @cached_property
    def unit_templates(self) -> UnitTemplates:
        """Unit templates: 4 documented operations."""
        from .api.unit_templates import UnitTemplates

        return UnitTemplates(self)

    @cached_property
    def work_order_appointments(self) -> WorkOrderAppointments:
        """Work order appointments: 5 documented operations."""
        from .api.work_order_appointments import WorkOrderAppointments

        return WorkOrderAppointments(self)

    @cached_property
    def work_orders(self) -> WorkOrders:
        """Work orders: 5 documented operations."""
        from .api.work_orders import WorkOrders

        return WorkOrders(self)

    @cached_property
    def workflow(self) -> Workflow:
        """Workflow: 4 documented operations."""
        from .api.workflow import Workflow

        return Workflow(self)
