"""Names that no rule can derive: one table per question, each entry a decision about Daftra's own words."""

from __future__ import annotations

RECORDS: dict[str, str] = {
    "authorization": "Token",
    "client_attendance_log": "ClientAttendance",
    "client_appointments": "Appointment",
    "invoice_appointments": "Appointment",
    "estimate_appointments": "Appointment",
    "work_order_appointments": "Appointment",
    "workflow": "WorkflowRecord",
    "entities": "EntityRecord",
    "shipping_options": "ShippingMethod",
}
"""Resource → the record's name, where the singular of the resource is not it."""

NO_RECORD = frozenset({"apps", "general_listing", "sales_orders"})
"""Resources whose answers have no shape of their own."""

WIRE_KEYS: dict[str, str] = {
    "client_appointments": "Appointment",
    "invoice_appointments": "Appointment",
    "estimate_appointments": "Appointment",
    "work_order_appointments": "Appointment",
    "purchase_invoices": "PurchaseOrder",
}
"""Resource → the wrapper key seen on the wire, where the pages name another one."""

CHILDREN: dict[str, str] = {
    "PurchaseOrderItem": "PurchaseInvoiceItem",
    "purchase_order_item": "PurchaseInvoiceItem",
    "PurchaseOrderPayment": "PurchaseInvoicePayment",
    "PurchaseOrderTax": "PurchaseInvoiceTax",
    "payment": "InvoicePayment",
    "staff": "Staff",
    "clients": "Client",
    "invoice_client": "Client",
    "work_order_client": "Client",
    "manager_department": "Staff",
    "asset_location_branch": "Branch",
    "storage_branch": "Branch",
    "asset_location_staff": "Staff",
    "storage_staff": "Staff",
    "work_order_follow_up_status": "FollowUpStatus",
    "department_managers": "DepartmentManager",
    "assigned_users": "AssignedUser",
    "tags": "TagLink",
    "unit_templates_unit_factors": "UnitFactor",
    "client_photo_s3": "ClientPhoto",
    "photo": "AssetPhoto",
    "location": "AssetLocation",
    "staff_info": "StaffInfo",
    "staff_job": "StaffJob",
    "time_formatted": "FormattedTime",
}
"""Wire key of a related record → its record's name, where PascalCase of the key's singular is not it."""

CHILDREN_OF: dict[tuple[str, str], str] = {
    ("Booking", "InvoiceItem"): "BookingItem",
    ("WorkflowRecord", "number"): "WorkflowNumber",
    ("WorkflowRecord", "budget"): "WorkflowBudget",
    ("Expense", "JournalTransaction"): "ExpenseAllocation",
    ("Income", "JournalTransaction"): "ExpenseAllocation",
    ("BookingRequest", "Invoice"): "Booking",
    ("BookingRequest", "InvoiceItem"): "BookingItem",
    ("BookingRequest", "booking"): "BookedClient",
    ("BookingRequest", "booking_items"): "BookedService",
    ("PurchaseOrder", "PurchaseOrderItem"): "PurchaseOrderItem",
    ("PurchaseOrder", "PurchaseOrderCustomField"): "OrderCustomField",
}
"""The same for one owner only."""

FREE_OBJECTS = frozenset({
    "FollowUpReminder", "RecurringExpense", "options", "summary_total", "client_custom_data", "staff_custom_data",
    "app_related_data",
})  # fmt: skip
"""Keys whose objects are left open: their documented members are one account's own, or one sample's."""

SERVER_SET = frozenset({"id", "created", "modified", "deleted_at"})
"""What the server sets in every record; never part of a draft."""

READ_ONLY: dict[str, frozenset[str]] = {
    "Invoice": frozenset({"payment_status", "qr_code_url", "invoice_html_url", "invoice_pdf_url"}),
    "Estimate": frozenset({"payment_status", "qr_code_url", "invoice_html_url", "invoice_pdf_url"}),
    "CreditNote": frozenset({"payment_status", "qr_code_url", "invoice_html_url", "invoice_pdf_url"}),
    "RefundReceipt": frozenset({"payment_status", "qr_code_url", "invoice_html_url", "invoice_pdf_url"}),
    "AdvancePayment": frozenset({"payment_status"}),
}
"""Computed columns that samples of request bodies echo: the server answers 400 `extra_data` to such fields."""

SECRETS = frozenset({"password"})
"""Never part of a record: v2 answers carry the column, and nobody needs a hash in memory."""

ENUM_NAMES: dict[tuple[str, str], str] = {
    ("StockTransaction", "transaction_type"): "StockDirection",
    ("StockTransaction", "source_type"): "StockSource",
    ("StockTransaction", "status"): "StockStatus",
    ("FollowUpStatus", "status"): "FollowUpState",
    ("FollowUpStatus", "item_type"): "FollowUpSubject",
    ("*", "direction"): "SortDirection",
    ("*", "discount_type"): "DiscountType",
    ("*", "deposit_type"): "DepositType",
    ("*", "shipping_options"): "ShippingOption",
    ("*", "requisition_delivery_status"): "RequisitionDeliveryStatus",
    ("*", "payment_status"): "InvoicePaymentStatus",
    ("Invoice", "type"): "InvoiceType",
    ("Estimate", "type"): "InvoiceType",
    ("CreditNote", "type"): "InvoiceType",
    ("RefundReceipt", "type"): "InvoiceType",
    ("AdvancePayment", "type"): "InvoiceType",
    ("AdvancePayment", "source_type"): "InvoiceType",
    ("Invoice", "source_type"): "InvoiceType",
    ("Estimate", "source_type"): "InvoiceType",
    ("CreditNote", "source_type"): "InvoiceType",
    ("RefundReceipt", "source_type"): "InvoiceType",
    ("InvoicePayment", "status"): "PaymentStatus",
    ("ClientPayment", "status"): "PaymentStatus",
    ("Payment", "status"): "PaymentStatus",
    ("PurchaseInvoicePayment", "status"): "PaymentStatus",
    ("JournalAccount", "type"): "JournalSide",
    ("JournalCat", "type"): "JournalSide",
    ("JournalAccount", "entity_type"): "AccountEntityType",
    ("JournalCat", "entity_type"): "AccountEntityType",
    ("JournalTransaction", "subkey"): "AccountEntityType",
    ("ProductCategory", "category_type"): "CategoryType",
    ("Asset", "used_by"): "AssetUse",
    ("invoices.list", "payment_status"): "InvoicePaymentFilter",
    ("bookings.change_status", "booking_status"): "BookingStatus",
    ("invoices.list", "type"): "InvoiceType",
    ("invoices.list", "recursive"): "InvoiceDetail",
    ("BookingStatusChange", "status"): "BookingStatus",
    ("PurchaseOrder", "is_received"): "ReceiptState",
    ("client_payments.list", "status"): "PaymentStatus",
    ("invoice_payments.list", "status"): "PaymentStatus",
    ("expenses.list", "status"): "ExpenseStatus",
    ("incomes.list", "status"): "ExpenseStatus",
    ("products.list", "status"): "ProductAvailability",
    ("suppliers.list", "status"): "SupplierState",
    ("work_orders.list", "status"): "WorkOrderFilter",
    ("leave_applications.list", "status"): "LeaveFilter",
    ("journals.list", "date_selector"): "DateSelector",
    ("requisitions.list", "manufacturing_order_type"): "ManufacturingOrderType",
    ("client_appointments.list", "status_id"): "AppointmentStatus",
    ("invoice_appointments.list", "status_id"): "AppointmentStatus",
    ("estimate_appointments.list", "status_id"): "AppointmentStatus",
    ("work_order_appointments.list", "status_id"): "AppointmentStatus",
    ("Subscription", "subscription_unit"): "SubscriptionUnit",
    ("purchase_orders.create", "send"): "PurchaseOrderSend",
    ("purchase_orders.update", "send"): "PurchaseOrderSend",
    ("invoices.update_draft", "draft_status"): "DraftState",
    ("apps.activate", "status"): "AppState",
    ("apps.lock_record", "lock"): "RecordLock",
    ("product_categories.delete", "type"): "CategoryType",
    ("product_categories.update_items", "type"): "CategoryType",
    ("product_categories.update_display_order", "type"): "CategoryType",
}
"""(record or `resource.method`, field) → the enum's name; `*` stands for every record."""

BODIES: dict[tuple[str, str], str] = {
    ("authorization", "create_token"): "TokenRequest",
    ("entities", "fetch_many"): "EntityQuery",
    ("entities", "create"): "EntityFields",
    ("entities", "update"): "EntityFields",
    ("bookings", "create_v2"): "BookingRequest",
    ("bookings", "change_status_v2"): "BookingStatusChange",
    ("product_categories", "update_items"): "CategoryItems",
    ("product_categories", "update_display_order"): "CategoryOrder",
    ("clients", "assign_staff"): "ClientStaff",
    ("invoices", "add_shipping"): "InvoiceShipping",
    ("invoices", "assign_work_order"): "InvoiceWorkOrder",
    ("sales_orders", "convert_to_invoice"): "SalesOrderConversion",
}
"""(resource, method) → the name of a body that is no record's draft; of one with sections, that of its main one."""

DRAFT_STEMS: dict[tuple[str, str], str] = {("client_attendance_log", "update"): "ClientAttendanceChange"}
"""(resource, method) → what its draft is named after, where the record's own draft is written in another form."""

BODY_KEYS: dict[str, str] = {"product_categories": "Category"}
"""Resource → the key of its records in bodies, where answers have another one."""

WRITE_ONLY_SECTIONS = frozenset({"Payment"})
"""Sections of a body that come back under another key."""

KEPT_SECTIONS = frozenset({
    ("Product", "ProductBundle"), ("Expense", "JournalTransaction"), ("Expense", "CostCenterTransaction"),
    ("Income", "JournalTransaction"), ("Income", "CostCenterTransaction"),
})  # fmt: skip
"""(record, section) that no answer shows: an update without it keeps what is there, so that edits leave it out."""

SECTIONS: dict[str, str] = {"InvoicePayment": "Payment"}
"""Section of a body → the record whose draft it holds, where it is not the section's own."""

PARENT_IDS = frozenset({"invoice_id", "purchase_order_id", "journal_id"})
"""Columns of a line that name its document: the server sets them from the body around the line."""

KIN: dict[str, str] = {
    "AdvancePayment": "Invoice",
    "Estimate": "Invoice",
    "CreditNote": "Invoice",
    "RefundReceipt": "Invoice",
    "ClientPayment": "InvoicePayment",
    "Payment": "InvoicePayment",
}
"""Record → the record whose columns it shares: a field of both has the type that the better documented one gives it."""

FILTERS: dict[str, str] = {"InvoicePaymentFilter": "InvoicePaymentStatus"}
"""Enum of a list's filter → the enum of the field it filters on, whose values it takes too."""
