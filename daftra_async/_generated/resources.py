"""The resources as attributes of the client, each imported when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._http.session import Session
    from .api.advance_payments import AdvancePaymentsResource
    from .api.apps import AppsResource
    from .api.asset_locations import AssetLocationsResource
    from .api.asset_types import AssetTypesResource
    from .api.assets import AssetsResource
    from .api.attendance_logs import AttendanceLogsResource
    from .api.authorization import AuthorizationResource
    from .api.bookings import BookingsResource
    from .api.branches import BranchesResource
    from .api.brands import BrandsResource
    from .api.charge_usage import ChargeUsageResource
    from .api.client_appointments import ClientAppointmentsResource
    from .api.client_attendance_log import ClientAttendanceLogResource
    from .api.client_payments import ClientPaymentsResource
    from .api.clients import ClientsResource
    from .api.cost_centers import CostCentersResource
    from .api.credit_charges import CreditChargesResource
    from .api.credit_notes import CreditNotesResource
    from .api.credit_types import CreditTypesResource
    from .api.credit_usage import CreditUsageResource
    from .api.departments import DepartmentsResource
    from .api.designations import DesignationsResource
    from .api.employment_types import EmploymentTypesResource
    from .api.entities import EntitiesResource
    from .api.estimate_appointments import EstimateAppointmentsResource
    from .api.estimates import EstimatesResource
    from .api.expenses import ExpensesResource
    from .api.follow_up_actions import FollowUpActionsResource
    from .api.follow_up_statuses import FollowUpStatusesResource
    from .api.general_listing import GeneralListingResource
    from .api.incomes import IncomesResource
    from .api.invoice_appointments import InvoiceAppointmentsResource
    from .api.invoice_payments import InvoicePaymentsResource
    from .api.invoices import InvoicesResource
    from .api.journal_accounts import JournalAccountsResource
    from .api.journal_cats import JournalCatsResource
    from .api.journals import JournalsResource
    from .api.leave_applications import LeaveApplicationsResource
    from .api.notes import NotesResource
    from .api.package_credit_types import PackageCreditTypesResource
    from .api.packages import PackagesResource
    from .api.payment_gateways import PaymentGatewaysResource
    from .api.pos_shifts import PosShiftsResource
    from .api.product_bundles import ProductBundlesResource
    from .api.product_categories import ProductCategoriesResource
    from .api.products import ProductsResource
    from .api.purchase_debit_notes import PurchaseDebitNotesResource
    from .api.purchase_invoices import PurchaseInvoicesResource
    from .api.purchase_orders import PurchaseOrdersResource
    from .api.purchase_refunds import PurchaseRefundsResource
    from .api.refund_receipts import RefundReceiptsResource
    from .api.requisitions import RequisitionsResource
    from .api.sales_orders import SalesOrdersResource
    from .api.shipping_options import ShippingOptionsResource
    from .api.site import SiteResource
    from .api.staff import StaffResource
    from .api.stock_transactions import StockTransactionsResource
    from .api.storages import StoragesResource
    from .api.stores import StoresResource
    from .api.subscriptions import SubscriptionsResource
    from .api.suppliers import SuppliersResource
    from .api.taxes import TaxesResource
    from .api.time_tracking import TimeTrackingResource
    from .api.treasuries import TreasuriesResource
    from .api.unit_templates import UnitTemplatesResource
    from .api.work_order_appointments import WorkOrderAppointmentsResource
    from .api.work_orders import WorkOrdersResource
    from .api.workflow import WorkflowResource


class Resources:
    """One attribute per documented group."""

    _session: Session

    @cached_property
    def advance_payments(self) -> AdvancePaymentsResource:
        """Advance payments: 3 documented operations."""
        from .api.advance_payments import AdvancePaymentsResource

        return AdvancePaymentsResource(self._session)

    @cached_property
    def apps(self) -> AppsResource:
        """Apps: 3 documented operations."""
        from .api.apps import AppsResource

        return AppsResource(self._session)

    @cached_property
    def asset_locations(self) -> AssetLocationsResource:
        """Asset locations: 4 documented operations."""
        from .api.asset_locations import AssetLocationsResource

        return AssetLocationsResource(self._session)

    @cached_property
    def asset_types(self) -> AssetTypesResource:
        """Asset types: 4 documented operations."""
        from .api.asset_types import AssetTypesResource

        return AssetTypesResource(self._session)

    @cached_property
    def assets(self) -> AssetsResource:
        """Assets: 4 documented operations."""
        from .api.assets import AssetsResource

        return AssetsResource(self._session)

    @cached_property
    def attendance_logs(self) -> AttendanceLogsResource:
        """Attendance logs: 3 documented operations."""
        from .api.attendance_logs import AttendanceLogsResource

        return AttendanceLogsResource(self._session)

    @cached_property
    def authorization(self) -> AuthorizationResource:
        """Authorization: 1 documented operations."""
        from .api.authorization import AuthorizationResource

        return AuthorizationResource(self._session)

    @cached_property
    def bookings(self) -> BookingsResource:
        """Bookings: 9 documented operations."""
        from .api.bookings import BookingsResource

        return BookingsResource(self._session)

    @cached_property
    def branches(self) -> BranchesResource:
        """Branches: 5 documented operations."""
        from .api.branches import BranchesResource

        return BranchesResource(self._session)

    @cached_property
    def brands(self) -> BrandsResource:
        """Brands: 5 documented operations."""
        from .api.brands import BrandsResource

        return BrandsResource(self._session)

    @cached_property
    def charge_usage(self) -> ChargeUsageResource:
        """Charge usage: 4 documented operations."""
        from .api.charge_usage import ChargeUsageResource

        return ChargeUsageResource(self._session)

    @cached_property
    def client_appointments(self) -> ClientAppointmentsResource:
        """Client appointments: 5 documented operations."""
        from .api.client_appointments import ClientAppointmentsResource

        return ClientAppointmentsResource(self._session)

    @cached_property
    def client_attendance_log(self) -> ClientAttendanceLogResource:
        """Client attendance log: 5 documented operations."""
        from .api.client_attendance_log import ClientAttendanceLogResource

        return ClientAttendanceLogResource(self._session)

    @cached_property
    def client_payments(self) -> ClientPaymentsResource:
        """Client payments: 5 documented operations."""
        from .api.client_payments import ClientPaymentsResource

        return ClientPaymentsResource(self._session)

    @cached_property
    def clients(self) -> ClientsResource:
        """Clients: 10 documented operations."""
        from .api.clients import ClientsResource

        return ClientsResource(self._session)

    @cached_property
    def cost_centers(self) -> CostCentersResource:
        """Cost centers: 5 documented operations."""
        from .api.cost_centers import CostCentersResource

        return CostCentersResource(self._session)

    @cached_property
    def credit_charges(self) -> CreditChargesResource:
        """Credit charges: 4 documented operations."""
        from .api.credit_charges import CreditChargesResource

        return CreditChargesResource(self._session)

    @cached_property
    def credit_notes(self) -> CreditNotesResource:
        """Credit notes: 5 documented operations."""
        from .api.credit_notes import CreditNotesResource

        return CreditNotesResource(self._session)

    @cached_property
    def credit_types(self) -> CreditTypesResource:
        """Credit types: 4 documented operations."""
        from .api.credit_types import CreditTypesResource

        return CreditTypesResource(self._session)

    @cached_property
    def credit_usage(self) -> CreditUsageResource:
        """Credit usage: 4 documented operations."""
        from .api.credit_usage import CreditUsageResource

        return CreditUsageResource(self._session)

    @cached_property
    def departments(self) -> DepartmentsResource:
        """Departments: 4 documented operations."""
        from .api.departments import DepartmentsResource

        return DepartmentsResource(self._session)

    @cached_property
    def designations(self) -> DesignationsResource:
        """Designations: 4 documented operations."""
        from .api.designations import DesignationsResource

        return DesignationsResource(self._session)

    @cached_property
    def employment_types(self) -> EmploymentTypesResource:
        """Employment types: 4 documented operations."""
        from .api.employment_types import EmploymentTypesResource

        return EmploymentTypesResource(self._session)

    @cached_property
    def entities(self) -> EntitiesResource:
        """Entities: 6 documented operations."""
        from .api.entities import EntitiesResource

        return EntitiesResource(self._session)

    @cached_property
    def estimate_appointments(self) -> EstimateAppointmentsResource:
        """Estimate appointments: 6 documented operations."""
        from .api.estimate_appointments import EstimateAppointmentsResource

        return EstimateAppointmentsResource(self._session)

    @cached_property
    def estimates(self) -> EstimatesResource:
        """Estimates: 5 documented operations."""
        from .api.estimates import EstimatesResource

        return EstimatesResource(self._session)

    @cached_property
    def expenses(self) -> ExpensesResource:
        """Expenses: 5 documented operations."""
        from .api.expenses import ExpensesResource

        return ExpensesResource(self._session)

    @cached_property
    def follow_up_actions(self) -> FollowUpActionsResource:
        """Follow up actions: 3 documented operations."""
        from .api.follow_up_actions import FollowUpActionsResource

        return FollowUpActionsResource(self._session)

    @cached_property
    def follow_up_statuses(self) -> FollowUpStatusesResource:
        """Follow up statuses: 6 documented operations."""
        from .api.follow_up_statuses import FollowUpStatusesResource

        return FollowUpStatusesResource(self._session)

    @cached_property
    def general_listing(self) -> GeneralListingResource:
        """General listing: 1 documented operations."""
        from .api.general_listing import GeneralListingResource

        return GeneralListingResource(self._session)

    @cached_property
    def incomes(self) -> IncomesResource:
        """Incomes: 5 documented operations."""
        from .api.incomes import IncomesResource

        return IncomesResource(self._session)

    @cached_property
    def invoice_appointments(self) -> InvoiceAppointmentsResource:
        """Invoice appointments: 5 documented operations."""
        from .api.invoice_appointments import InvoiceAppointmentsResource

        return InvoiceAppointmentsResource(self._session)

    @cached_property
    def invoice_payments(self) -> InvoicePaymentsResource:
        """Invoice payments: 5 documented operations."""
        from .api.invoice_payments import InvoicePaymentsResource

        return InvoicePaymentsResource(self._session)

    @cached_property
    def invoices(self) -> InvoicesResource:
        """Invoices: 9 documented operations."""
        from .api.invoices import InvoicesResource

        return InvoicesResource(self._session)

    @cached_property
    def journal_accounts(self) -> JournalAccountsResource:
        """Journal accounts: 5 documented operations."""
        from .api.journal_accounts import JournalAccountsResource

        return JournalAccountsResource(self._session)

    @cached_property
    def journal_cats(self) -> JournalCatsResource:
        """Journal cats: 5 documented operations."""
        from .api.journal_cats import JournalCatsResource

        return JournalCatsResource(self._session)

    @cached_property
    def journals(self) -> JournalsResource:
        """Journals: 5 documented operations."""
        from .api.journals import JournalsResource

        return JournalsResource(self._session)

    @cached_property
    def leave_applications(self) -> LeaveApplicationsResource:
        """Leave applications: 4 documented operations."""
        from .api.leave_applications import LeaveApplicationsResource

        return LeaveApplicationsResource(self._session)

    @cached_property
    def notes(self) -> NotesResource:
        """Notes: 5 documented operations."""
        from .api.notes import NotesResource

        return NotesResource(self._session)

    @cached_property
    def package_credit_types(self) -> PackageCreditTypesResource:
        """Package credit types: 4 documented operations."""
        from .api.package_credit_types import PackageCreditTypesResource

        return PackageCreditTypesResource(self._session)

    @cached_property
    def packages(self) -> PackagesResource:
        """Packages: 4 documented operations."""
        from .api.packages import PackagesResource

        return PackagesResource(self._session)

    @cached_property
    def payment_gateways(self) -> PaymentGatewaysResource:
        """Payment gateways: 4 documented operations."""
        from .api.payment_gateways import PaymentGatewaysResource

        return PaymentGatewaysResource(self._session)

    @cached_property
    def pos_shifts(self) -> PosShiftsResource:
        """Pos shifts: 1 documented operations."""
        from .api.pos_shifts import PosShiftsResource

        return PosShiftsResource(self._session)

    @cached_property
    def product_bundles(self) -> ProductBundlesResource:
        """Product bundles: 1 documented operations."""
        from .api.product_bundles import ProductBundlesResource

        return ProductBundlesResource(self._session)

    @cached_property
    def product_categories(self) -> ProductCategoriesResource:
        """Product categories: 7 documented operations."""
        from .api.product_categories import ProductCategoriesResource

        return ProductCategoriesResource(self._session)

    @cached_property
    def products(self) -> ProductsResource:
        """Products: 6 documented operations."""
        from .api.products import ProductsResource

        return ProductsResource(self._session)

    @cached_property
    def purchase_debit_notes(self) -> PurchaseDebitNotesResource:
        """Purchase debit notes: 2 documented operations."""
        from .api.purchase_debit_notes import PurchaseDebitNotesResource

        return PurchaseDebitNotesResource(self._session)

    @cached_property
    def purchase_invoices(self) -> PurchaseInvoicesResource:
        """Purchase invoices: 5 documented operations."""
        from .api.purchase_invoices import PurchaseInvoicesResource

        return PurchaseInvoicesResource(self._session)

    @cached_property
    def purchase_orders(self) -> PurchaseOrdersResource:
        """Purchase orders: 4 documented operations."""
        from .api.purchase_orders import PurchaseOrdersResource

        return PurchaseOrdersResource(self._session)

    @cached_property
    def purchase_refunds(self) -> PurchaseRefundsResource:
        """Purchase refunds: 5 documented operations."""
        from .api.purchase_refunds import PurchaseRefundsResource

        return PurchaseRefundsResource(self._session)

    @cached_property
    def refund_receipts(self) -> RefundReceiptsResource:
        """Refund receipts: 6 documented operations."""
        from .api.refund_receipts import RefundReceiptsResource

        return RefundReceiptsResource(self._session)

    @cached_property
    def requisitions(self) -> RequisitionsResource:
        """Requisitions: 6 documented operations."""
        from .api.requisitions import RequisitionsResource

        return RequisitionsResource(self._session)

    @cached_property
    def sales_orders(self) -> SalesOrdersResource:
        """Sales orders: 2 documented operations."""
        from .api.sales_orders import SalesOrdersResource

        return SalesOrdersResource(self._session)

    @cached_property
    def shipping_options(self) -> ShippingOptionsResource:
        """Shipping options: 1 documented operations."""
        from .api.shipping_options import ShippingOptionsResource

        return ShippingOptionsResource(self._session)

    @cached_property
    def site(self) -> SiteResource:
        """Site: 1 documented operations."""
        from .api.site import SiteResource

        return SiteResource(self._session)

    @cached_property
    def staff(self) -> StaffResource:
        """Staff: 5 documented operations."""
        from .api.staff import StaffResource

        return StaffResource(self._session)

    @cached_property
    def stock_transactions(self) -> StockTransactionsResource:
        """Stock transactions: 5 documented operations."""
        from .api.stock_transactions import StockTransactionsResource

        return StockTransactionsResource(self._session)

    @cached_property
    def storages(self) -> StoragesResource:
        """Storages: 4 documented operations."""
        from .api.storages import StoragesResource

        return StoragesResource(self._session)

    @cached_property
    def stores(self) -> StoresResource:
        """Stores: 5 documented operations."""
        from .api.stores import StoresResource

        return StoresResource(self._session)

    @cached_property
    def subscriptions(self) -> SubscriptionsResource:
        """Subscriptions: 5 documented operations."""
        from .api.subscriptions import SubscriptionsResource

        return SubscriptionsResource(self._session)

    @cached_property
    def suppliers(self) -> SuppliersResource:
        """Suppliers: 5 documented operations."""
        from .api.suppliers import SuppliersResource

        return SuppliersResource(self._session)

    @cached_property
    def taxes(self) -> TaxesResource:
        """Taxes: 5 documented operations."""
        from .api.taxes import TaxesResource

        return TaxesResource(self._session)

    @cached_property
    def time_tracking(self) -> TimeTrackingResource:
        """Time tracking: 5 documented operations."""
        from .api.time_tracking import TimeTrackingResource

        return TimeTrackingResource(self._session)

    @cached_property
    def treasuries(self) -> TreasuriesResource:
        """Treasuries: 5 documented operations."""
        from .api.treasuries import TreasuriesResource

        return TreasuriesResource(self._session)

    @cached_property
    def unit_templates(self) -> UnitTemplatesResource:
        """Unit templates: 4 documented operations."""
        from .api.unit_templates import UnitTemplatesResource

        return UnitTemplatesResource(self._session)

    @cached_property
    def work_order_appointments(self) -> WorkOrderAppointmentsResource:
        """Work order appointments: 6 documented operations."""
        from .api.work_order_appointments import WorkOrderAppointmentsResource

        return WorkOrderAppointmentsResource(self._session)

    @cached_property
    def work_orders(self) -> WorkOrdersResource:
        """Work orders: 5 documented operations."""
        from .api.work_orders import WorkOrdersResource

        return WorkOrdersResource(self._session)

    @cached_property
    def workflow(self) -> WorkflowResource:
        """Workflow: 4 documented operations."""
        from .api.workflow import WorkflowResource

        return WorkflowResource(self._session)
